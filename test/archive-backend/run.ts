/**
 * A run of an archive as a process of its own, which can be killed: `node run.ts OUT [postgres://…]`. Prints a line for
 * each batch that was checked here.
 */
import { filesInput, namedInput, postgresBackend, runArchive } from '@stet/archive'

const [out = '', url] = process.argv.slice(2)
const input = filesInput(await namedInput('archive.jsonl', () => false))
const { articles, errors } = await runArchive({
  inputs: [input],
  out,
  resume: true,
  workers: 1,
  shardArticles: 40,
  articleSeconds: 2,
  checking: { columns: {}, checker: {}, ruleIds: [] },
  workerFile: new URL('./poison-worker.ts', import.meta.url).href,
  ...(url === undefined ? {} : { backend: postgresBackend(url) }),
  on: { checked: () => process.stdout.write('checked\n') },
})
process.stdout.write(`${articles} articles, ${errors} failed\n`)
