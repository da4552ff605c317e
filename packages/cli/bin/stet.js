#!/usr/bin/env node
// biome-ignore-all lint: this file is read by whatever Node is there, and must parse on very old ones so that they can say
// what is missing: no template literals, no const, and import() only inside a string.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write('stet: needs Node 22.18 or newer; this is Node ' + process.versions.node + '\n')
  process.exitCode = 2
} else {
  // Start-up is most of a short command: what Node compiled once it need not compile again.
  process.getBuiltinModule('node:module').enableCompileCache()
  new Function('return import("../dist/main.js")')().then(undefined, function (error) {
    var unbuilt = error.code === 'ERR_MODULE_NOT_FOUND' && /\/dist\/[^/]*\.js$/.test(String(error.url))
    var reason = unbuilt
      ? 'not built yet: run `pnpm build`'
      : 'could not start: ' + String(error.message).split('\n')[0]
    process.stderr.write('stet: ' + reason + '\n')
    if (process.env.STET_DEBUG === '1') process.stderr.write(String(error.stack) + '\n')
    process.exitCode = 2
  })
}
