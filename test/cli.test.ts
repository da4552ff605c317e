import { spawn } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url))
const bad = 'The talks [cependant] went on.\n'
const good = 'The talks went on.\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cli-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const text = (name: string) => readFileSync(join(folder, name), 'utf8')

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Around {
  readonly input?: string | Uint8Array
  readonly env?: Record<string, string>
  /** Where it runs; default: the folder. */
  readonly cwd?: string
  /** Stop reading after the first piece of output. */
  readonly hangUp?: boolean
}

/** The command line as a process of its own, from source, so that no build is needed. */
function stet(args: string[], { input, env = {}, cwd = folder, hangUp = false }: Around = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { CI: _ci, FORCE_COLOR: _colour, STET_DEBUG: _debug, ...rest } = process.env
    const child = spawn(process.execPath, ['--conditions=@stet/source', main, ...args], {
      cwd,
      env: { ...rest, ...env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk)
      if (hangUp) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
    child.stdin.end(input)
  })
}

/** One line on standard error, nothing on standard output, no stack. */
function expectRefused({ code, out, err }: Ran, ...parts: string[]): void {
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).toMatch(/^stet: /u)
  for (const part of parts) expect(err).toContain(part)
}

describe('check', () => {
  it('exits with 0 where nothing is grave enough, with 1 where something is', async () => {
    put('bad.txt', bad)
    put('good.txt', good)
    expect(await stet(['good.txt'])).toMatchObject({ code: 0, err: '' })
    const ran = await stet(['check', 'bad.txt'])
    expect(ran).toMatchObject({ code: 1, err: '' })
    expect(ran.out).toContain('^^^^^^^^^^^  [however]')
    expect(ran.out).not.toContain('\u001B')
    expect((await stet(['check', 'bad.txt', '--fail-on', 'critical'])).code).toBe(0)
    expect((await stet(['check', 'bad.txt', '--quiet'])).out).toBe('')
  })

  it('the exit code is the same in every format, and standard output holds the result alone', async () => {
    put('bad.txt', bad)
    for (const format of ['jsonl', 'sarif', 'github']) {
      const { code, out, err } = await stet(['check', '--format', format, 'bad.txt'])
      expect({ format, code, err }).toEqual({ format, code: 1, err: '' })
      if (format === 'github') expect(out).toMatch(/^::error file=bad.txt,line=1,/u)
      else expect(() => JSON.parse(out)).not.toThrow()
    }
  })

  it('tells GitHub and GitLab paths from the root of the repository, wherever the step runs', async () => {
    put('desk/bad.txt', bad)
    const env = { GITHUB_WORKSPACE: folder, CI_PROJECT_DIR: folder }
    const run = (format: string) =>
      stet(['check', '--format', format, 'bad.txt'], { env, cwd: join(folder, 'desk') }).then(({ out }) => out)
    expect(await run('github')).toMatch(/^::error file=desk\/bad\.txt,line=1,/u)
    expect(JSON.parse(await run('gitlab'))[0].location.path).toBe('desk/bad.txt')
    expect(await run('sarif')).toContain('"uri": "desk/bad.txt"')
    expect(await run('checkstyle')).toContain('name="bad.txt"')
  })

  it('writes every format into a file too, whole or not at all, with the same exit code', async () => {
    put('bad.txt', bad)
    put('a.fr/-x y.txt', bad)
    expectRefused(await stet(['check', '--output', 'out/r.json', 'bad.txt']), 'out/r.json', 'no such folder')
    for (const format of ['text', 'json', 'junit']) {
      const printed = await stet(['check', '--format', format, 'bad.txt'])
      const written = await stet(['check', '--format', format, '-o', `r.${format}`, 'bad.txt'])
      expect(written).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^stet: r\.\w+: 1 finding in/u) })
      expect(text(`r.${format}`)).toBe(printed.out)
    }
    symlinkSync(join(folder, 'r.json'), join(folder, 'link.json'))
    await stet(['check', '--format=json', '-q', '-o', 'link.json', 'bad.txt', 'a.fr/-x y.txt'])
    expect(JSON.parse(text('r.json'))).toHaveLength(2)
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
  })

  it('never writes over an article, nor over what is no file', async () => {
    put('a.txt', bad)
    mkdirSync(join(folder, 'dir'))
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'))
    expectRefused(await stet(['a.txt', '-o', 'a.txt']), 'a.txt: is one of the articles')
    expectRefused(await stet(['a.txt', '-o', 'link.txt']), 'link.txt: is one of the articles')
    expectRefused(await stet(['a.txt', '-o', 'dir']), 'dir: is a directory')
    expectRefused(await stet(['a.txt', '-o', '']), '--output')
    expect(await stet(['a.txt', '-o', '/dev/null', '-q'])).toMatchObject({ code: 1, out: '', err: '' })
    expect(statSync('/dev/null').isFile()).toBe(false)
    expect((await stet(['a.txt', '-o', '-', '--format', 'jsonl'])).out).toContain('"path":"a.txt"')
    expect(text('a.txt')).toBe(bad)
  })

  it('takes what comes after -- as names, whatever they begin with', async () => {
    put('-a b.txt', bad)
    expect((await stet(['check', '--format', 'jsonl', '--', '-a b.txt'])).out).toContain('"path":"./-a b.txt"')
    expect((await stet(['--quiet', '--', '-a b.txt'])).code).toBe(1)
    expect((await stet(['fix', '--', '-a b.txt'])).out).toContain('[however]')
    expect((await stet(['explain', '--', 'bracketed-source'])).code).toBe(0)
  })

  it('jsonl is one public object an article', async () => {
    put('news/a.md', '# News\n\nThe *talks* \\[cependant] went on.\n')
    put('news/b.txt', good)
    put('news/c.csv', bad)
    const { out } = await stet(['check', '--format=jsonl', 'news'])
    const [first, second, ...more] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(Object.keys(first)).toEqual(['path', 'words', 'score', 'findings'])
    expect([first.path, second.path]).toEqual([join('news', 'a.md'), join('news', 'b.txt')])
    const [finding] = first.findings
    expect(Object.keys(finding)).toEqual([
      'ruleId',
      'mqm',
      'severity',
      'confidence',
      'start',
      'end',
      'line',
      'column',
      'actual',
      'expected',
      'safe',
      'reason',
      'fingerprint',
    ])
    expect(text('news/a.md').slice(finding.start, finding.end)).toBe(finding.actual)
  })

  it('takes globs and standard input', async () => {
    put('a.txt', bad)
    put('b.txt', good)
    const globbed = await stet(['check', '--format=jsonl', '*.txt', 'a.txt'])
    expect(globbed.out.trimEnd().split('\n')).toHaveLength(2)
    const piped = await stet(['check', '--format=jsonl', '-'], { input: bad })
    expect(piped.code).toBe(1)
    expect(JSON.parse(piped.out).path).toBe('<stdin>')
  })

  it('says in one line what it cannot work on, and that it ran where it did', async () => {
    put('good.txt', good)
    put('binary.txt', new Uint8Array([80, 75, 0, 3]))
    put('latin.txt', new Uint8Array([99, 97, 102, 0xe9, 10]))
    put('wide.txt', new Uint8Array([0xff, 0xfe, 65, 0]))
    mkdirSync(join(folder, 'empty'))
    const refused: [string[], ...string[]][] = [
      [['nowhere.txt'], 'nowhere.txt', 'no such file'],
      [['no*.txt'], 'no*.txt'],
      [['empty'], 'empty', '.txt, .md, .html'],
      [['binary.txt'], 'binary.txt', 'NUL'],
      [['latin.txt'], 'latin.txt', 'UTF-8', 'iconv'],
      [['wide.txt'], 'wide.txt', 'UTF-16'],
      [[], 'no article'],
      [['--formt', 'json', 'good.txt'], 'formt'],
      [['--format', 'xml', 'good.txt'], 'xml'],
      [['good.txt', '--format'], 'following: format'],
      [['good.txt', '--config', '.'], 'is a directory'],
      [[''], 'empty name'],
      [['--rule', 'bracketed-sourc', 'good.txt'], 'did you mean “bracketed-source”'],
      [['--min-confidence', '40', 'good.txt'], '0 to 1'],
    ]
    const all = await Promise.all(refused.map(([args]) => stet(args)))
    for (const [index, [, ...parts]] of refused.entries()) expectRefused(all[index] as Ran, ...parts)
    const mixed = await stet(['good.txt', 'nowhere.txt', 'latin.txt'])
    expect(mixed.code).toBe(3)
    expect(mixed.err.trimEnd().split('\n')).toHaveLength(2)
    expect(mixed.out).toContain('1 article')
  }, 180_000)

  it('refuses what is far too long', async () => {
    put('long.txt', new Uint8Array(64 * 1024 * 1024 + 1).fill(32))
    expectRefused(await stet(['long.txt']), 'long.txt', '64 MB')
  })

  it('honours the nearest configuration', async () => {
    put('stet.config.json', JSON.stringify({ keep: ['cependant'], ignore: ['old/**'] }))
    put('a.txt', bad)
    put('old/b.txt', bad)
    put('other/.stet.yaml', 'rules:\n  bracketed-source: neutral\n')
    put('other/c.txt', bad)
    expect((await stet(['a.txt'])).code).toBe(0)
    const { code, out } = await stet(['--format=jsonl', '.'])
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(found.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['a.txt', 0],
      [join('other', 'c.txt'), 1],
    ])
    put('other.yaml', 'failOn: mayor\n')
    expectRefused(await stet(['a.txt', '--config', 'other.yaml']), 'other.yaml: failOn is “mayor”', 'major')
    expectRefused(await stet(['a.txt', '--config', 'nowhere.json']), 'nowhere.json', 'no such file')
  })

  it('starts from profiles and other configurations, with their glossaries', async () => {
    put('house/stet.config.json', '{"extends":"guardian","glossary":"terms.tbx","keep":["cependant"]}')
    put(
      'house/terms.tbx',
      '<tbx><text><body><conceptEntry><langSec xml:lang="fr"><termSec><term>garde à vue</term></termSec></langSec><langSec xml:lang="en"><termSec><term>police custody</term></termSec></langSec></conceptEntry></body></text></tbx>',
    )
    put('stet.config.yaml', 'extends: [./house/stet.config.json]\nglossary: own.tsv\n')
    put('own.tsv', 'militant\tactivist\n')
    put('a.txt', 'The militants [cependant] saw Gadhafi in garde à vue.\n')
    const { out } = await stet(['--format=json', 'a.txt'])
    const [{ findings }] = JSON.parse(out)
    expect(
      findings.map(({ actual, expected }: { actual: string; expected: string[] }) => [actual, expected[0]]),
    ).toEqual([
      ['militants', 'activists'],
      ['Gadhafi', 'Gaddafi'],
      ['garde à vue', 'police custody'],
    ])
    put('house/terms.tbx', '<tbx>\n<p>')
    expectRefused(await stet(['a.txt']), join('house', 'terms.tbx: line 2: '))
    put('house/stet.config.json', '{"extends":"../stet.config.yaml"}')
    expectRefused(await stet(['a.txt']), 'leads back to it')
    put('stet.config.yaml', 'extends: nobody\n')
    expectRefused(await stet(['a.txt']), 'stet.config.yaml: extends “nobody”, which is not there')
  })

  it('lets stand what was decided', async () => {
    put('a.txt', bad)
    expect(await stet(['a.txt', '--write-baseline'])).toMatchObject({ code: 0, out: '' })
    expect(JSON.parse(text('.stet/decisions.jsonl'))).toMatchObject({ doc: 'a.txt', verdict: 'baseline' })
    expect((await stet(['a.txt'])).code).toBe(0)
    put('a.txt', `${bad}\nThe deputies [cependant] said no.\n`)
    expect((await stet(['a.txt'])).code).toBe(1)
    put('.stet/decisions.jsonl', 'nonsense\n')
    expectRefused(await stet(['a.txt']), 'decisions.jsonl:1')
  })

  it('is silent when nobody reads on, and uses colour only when told', async () => {
    for (let number = 0; number < 40; number++) put(`many/${number}.txt`, bad)
    // As other programs end whose reader goes: 0 would say that nothing was found.
    expect(await stet(['--format=jsonl', 'many'], { hangUp: true })).toMatchObject({ code: 141, err: '' })
    put('a.txt', bad)
    expect((await stet(['a.txt', '--color'])).out).toContain('\u001B[')
    expect((await stet(['a.txt', '--no-color'])).out).not.toContain('\u001B[')
  })
})

describe('the gate', () => {
  it('blocks until a person decides, and records who and why', async () => {
    put('a.txt', bad)
    const blocked = await stet(['check', '--gate', 'a.txt'])
    expect(blocked.code).toBe(1)
    expect(blocked.out).toMatch(/^block {2}a\.txt\n {2}1 major finding .*“\[cependant\]” in line 1/mu)
    const machine = await stet(['check', '--gate', '--format', 'json', 'a.txt'])
    const [{ findings, gate }] = JSON.parse(machine.out)
    expect(machine.err).toContain('block')
    expect(gate).toEqual({
      verdict: 'block',
      reasons: [expect.stringContaining('1 major finding'), expect.any(String)],
    })
    const { fingerprint } = findings[0]
    expectRefused(await stet(['decide', 'a.txt', fingerprint]), 'reason')
    expectRefused(await stet(['decide', 'a.txt', 'zzz', '--reason', 'x']), 'zzz')
    const decided = await stet(['decide', 'a.txt', fingerprint, '--reason', 'As it was said', '--by', 'desk'])
    expect(decided).toMatchObject({ code: 0, out: '' })
    expect(JSON.parse(text('.stet/decisions.jsonl'))).toMatchObject({
      doc: 'a.txt',
      fingerprint,
      verdict: 'stet',
      reason: 'As it was said',
      by: 'desk',
    })
    const passed = await stet(['check', '--gate', 'a.txt'])
    expect(passed).toMatchObject({ code: 0 })
    expect(passed.out).toMatch(
      /^publish {2}a\.txt\n {2}“\[cependant\]” in line 1 stands \(stet by desk on [\d-]+\): As it was said$/mu,
    )
  })

  it('goes by the policy of the configuration', async () => {
    put('a.txt', bad)
    put('stet.config.json', '{"gate":{"block":{"major":"never"},"look":{"major":0.5},"blockBelow":0}}')
    const ran = await stet(['check', '--gate', 'a.txt'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('look  a.txt')
    put('stet.config.json', '{"gate":{"blok":{}}}')
    expectRefused(await stet(['check', '--gate', 'a.txt']), 'there is no key “blok”')
    expectRefused(await stet(['check', '--gate', '--fail-on', 'minor', 'a.txt']), '--fail-on')
    expectRefused(await stet(['check', '--gate', '--write-baseline', 'a.txt']), '--write-baseline')
  })
})

describe('fix', () => {
  it('prints the repaired text, or the diff, and leaves the file alone', async () => {
    const before = `First.\r\n\r\n${bad.replace('\n', '\r\n')}`
    put('a.txt', before)
    const printed = await stet(['fix', 'a.txt'])
    expect(printed).toMatchObject({ code: 0, out: before.replace('[cependant]', '[however]') })
    const { out } = await stet(['fix', '--dry-run', 'a.txt'])
    expect(out).toMatch(/^--- a\.txt.*\n\+\+\+ a\.txt.*\n@@ /u)
    expect(out).toContain('+The talks [however] went on.')
    expect(text('a.txt')).toBe(before)
    expectRefused(await stet(['fix', 'a.txt', '--write', '--dry-run']), 'dry-run')
  })

  it('writes once, and a second time the same bytes; byte order mark and line ends stay', async () => {
    const before = `\uFEFFFirst.\r\n\r\nThe talks [cependant] went on.\r\n`
    put('a.txt', before)
    expect(await stet(['fix', '--write', 'a.txt'])).toMatchObject({ code: 0, out: '' })
    const once = readFileSync(join(folder, 'a.txt'))
    expect(once.toString()).toBe(before.replace('[cependant]', '[however]'))
    await stet(['fix', '--write', 'a.txt'])
    expect(readFileSync(join(folder, 'a.txt')).equals(once)).toBe(true)
  })

  it('keeps links links, and modes', async () => {
    const real = put('real/a.txt', bad)
    chmodSync(real, 0o640)
    symlinkSync(real, join(folder, 'link.txt'))
    await stet(['fix', '--write', 'link.txt'])
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true)
    expect(statSync(real).mode & 0o777).toBe(0o640)
    expect(text('real/a.txt')).toContain('[however]')
  })

  it('makes only the repairs of the rules that are named', async () => {
    put('a.txt', bad)
    expect((await stet(['fix', '--rule', 'quote-direction', '--rule', 'mojibake', 'a.txt'])).out).toBe(bad)
    expect((await stet(['fix', '--rule', 'mojibake', '--rule', 'bracketed-source', 'a.txt'])).out).not.toBe(bad)
  })

  it('repairs standard input, but cannot write to it; prints one text only', async () => {
    put('a.txt', bad)
    put('b.txt', bad)
    expect((await stet(['fix', '-'], { input: bad })).out).toContain('[however]')
    expectRefused(await stet(['fix', '--write', '-'], { input: bad }), '--write')
    expectRefused(await stet(['fix', 'a.txt', 'b.txt']), 'one')
  })
})

describe('filter', () => {
  it('gives one line for each, in order, and goes on after a bad one', async () => {
    const lines = [
      `{"id": 12345678901234567890, "text": "The talks [cependant] went on."}`,
      'nonsense',
      '{"id":2}',
      '[]',
      JSON.stringify({ text: `Good.\u2028Good.` }),
    ]
    const { code, out, err } = await stet(['filter'], { input: lines.join('\n') })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [first, ...rest] = out.trimEnd().split('\n')
    expect(first).toContain('12345678901234567890')
    expect(JSON.parse(first as string).stet.findings[0].ruleId).toBe('bracketed-source')
    expect(rest.slice(0, 3).map((line) => Object.keys(JSON.parse(line)))).toEqual([['error'], ['error'], ['error']])
    expect(JSON.parse(rest[3] as string).stet).toMatchObject({ words: 2, score: 100, findings: [] })
    expect(rest).toHaveLength(4)
    expectRefused(await stet(['filter', 'a.jsonl']), 'a.jsonl')
    const again = await stet(['filter', '--field', 'body'], { input: `${JSON.stringify({ body: bad })}\r\n` })
    expect(JSON.parse(again.out).stet.findings).toHaveLength(1)
  })
})

describe('the source text', () => {
  const english =
    'Emmanuel Macron visited Marseille on Monday. Gérald Darmanin received 35 million euros from the bank in Lyon.\n'
  const french =
    'Emmanuel Macron a visité Marseille lundi. Gérald Darmanin a reçu 3,5 millions d’euros de la banque à Lyon.\n'

  it('is read from a file beside the article, or the one named, and says what the number ought to be', async () => {
    put('a.txt', english)
    expect((await stet(['check', 'a.txt'])).code).toBe(0)
    put('b.fr.md', french)
    const named = await stet(['check', '--source', 'b.fr.md', '--format', 'jsonl', 'a.txt'])
    expect(named.code).toBe(1)
    expect(JSON.parse(named.out).findings).toMatchObject([
      { ruleId: 'number-mismatch', actual: '35', expected: ['3.5'] },
    ])
    put('a.fr.txt', french)
    expect((await stet(['check', 'a.txt'])).out).toContain('3.5')
    expectRefused(await stet(['check', '--source', 'none.txt', 'a.txt']), 'none.txt')
  })

  it('lies beside an article of any format, is no article itself, and may have been written with it', async () => {
    const item = (language: string, body: string) => JSON.stringify({ language, body_text: body })
    put('a/story.ninjs.json', item('en', english))
    put('a/story.fr.ninjs.json', item('fr', french))
    const wire = (language: string, body: string) =>
      `<nitf xml:lang="${language}"><body><body.content><p>${body}</p></body.content></body></nitf>`
    put('a/wire.en.nitf.xml', wire('en', english))
    const source = put('a/wire.fr.nitf.xml', wire('fr', french))
    const { out, err } = await stet(['check', '--format', 'json', 'a'])
    const told = (JSON.parse(out) as { path: string; findings: { expected: string[] }[] }[]).map(
      ({ path, findings }: { path: string; findings: { expected: string[] }[] }) => [
        path,
        findings.map(({ expected }) => expected[0]),
      ],
    )
    expect(told).toEqual([
      [join('a', 'story.ninjs.json'), ['3.5']],
      [join('a', 'wire.en.nitf.xml'), ['3.5']],
    ])
    expect(err).not.toContain('changed')
    const later = new Date(Date.now() + 3_600_000)
    utimesSync(source, later, later)
    const name = join('a', 'wire.fr.nitf.xml')
    expect((await stet(['check', 'a'])).err).toContain(`wire.en.nitf.xml: ${name} was changed after the translation`)
  })

  it('is taken from a field of each line by filter, where it is a text', async () => {
    const lines = [
      { text: english, source: french },
      { text: english, source: 7 },
      { text: english, fr: french },
    ]
    const input = lines.map((line) => JSON.stringify(line)).join('\n')
    const counts = async (...options: string[]) =>
      (await stet(['filter', ...options], { input })).out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).stet.findings.length)
    expect(await counts()).toEqual([1, 0, 0])
    expect(await counts('--source-field', 'fr')).toEqual([0, 0, 1])
  })

  it('that was changed since the article was made from it is told, until the article is made anew', async () => {
    put('a.txt', english)
    put('a.fr.txt', french)
    const stale = async (...more: string[]) => {
      const { out } = await stet(['check', '--format', 'jsonl', ...more, 'a.txt'])
      return JSON.parse(out).findings.filter(({ ruleId }: { ruleId: string }) => ruleId === 'stale-translation').length
    }
    // Nobody said that the two belong together as they are.
    expect(await stale()).toBe(0)
    expect(await stale('--remember-source')).toBe(0)
    expect(text('.stet/sources.tsv')).toMatch(/^a\.txt\t[0-9a-f]{64}\t[0-9a-f]{64}\n$/u)
    put('a.fr.txt', french.replace('.', ', dit-il.'))
    expect(await stale()).toBe(1)
    // To be told is not enough: it stays so.
    expect(await stale('--remember-source')).toBe(1)
    expect(await stale()).toBe(1)
    put('a.txt', english.replace('.', ', he says.'))
    expect(await stale('--remember-source')).toBe(0)
    put('.stet/sources.tsv', 'a.txt\n')
    expectRefused(await stet(['check', 'a.txt']), '.stet/sources.tsv:1')
  })
})

describe('the other commands', () => {
  it('review without a terminal prints the report and says why', async () => {
    put('a.txt', bad)
    const { code, out, err } = await stet(['review', 'a.txt'])
    expect(code).toBe(2)
    expect(out).toContain('[however]')
    expect(err).toContain('terminal')
  })

  it('explain and rules tell of rules', async () => {
    const { code, out } = await stet(['explain', 'bracketed-source'])
    expect(code).toBe(0)
    expect(out).toContain('It marks:')
    expectRefused(await stet(['explain', 'bracketed-sauce']), 'bracketed-source')
    expect((await stet(['rules'])).out).toContain('bracketed-source')
    expect(JSON.parse((await stet(['rules', '--format', 'json'])).out)[0]).toHaveProperty('summary')
  })

  it('init writes a configuration that holds, and never a second time', async () => {
    put('a.txt', good)
    expect((await stet(['init'])).code).toBe(0)
    const written = text('stet.config.json')
    expect((await stet(['a.txt'])).code).toBe(0)
    expectRefused(await stet(['init']), 'stet.config.json')
    expect(text('stet.config.json')).toBe(written)
  })

  it('the entry file says what is missing', async () => {
    const bin = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
    const source = readFileSync(bin, 'utf8')
    const code = source.replace(/^\/\/.*$/gmu, '')
    expect(code).not.toMatch(/`[^`]*\$\{|=>|\bconst\b|\blet\b|\?\.|^import /mu)
    put('package.json', '{"type":"module"}')
    put('bin/stet.js', source)
    const ran = await new Promise<Ran>((resolve) => {
      const child = spawn(process.execPath, [join(folder, 'bin/stet.js')])
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      child.on('close', (code) => resolve({ code, out: '', err }))
    })
    expect(ran).toEqual({ code: 2, out: '', err: 'stet: not built yet: run `pnpm build`\n' })
  })
})

it('filter keeps its contract: a line out for a line in, in order, equal bytes, exit code 0, a trailer when asked', async () => {
  const lines = [`{"n":1,"text":"${bad.trim()}"}`, 'nonsense', '{"n":3,"text":"Fine."}', '[]']
  const first = await stet(['filter', '--trailer'], { input: `${lines.join('\n')}\n` })
  const again = await stet(['filter', '--trailer'], { input: `${lines.join('\n')}\n` })
  expect([first.code, first.out]).toEqual([0, again.out])
  const out = first.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(out.map(({ n }) => n)).toEqual([1, undefined, 3, undefined, undefined])
  expect(out[1]).toEqual({ error: 'line 2: not JSON' })
  expect(out.at(-1)).toEqual({ trailer: { in: 4, out: 4 } })
})
