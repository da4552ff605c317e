import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Debian keeps the programs of the server, the newest last; undefined where it is not installed. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => join(root, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .at(-1)
}

export const hasPostgres = programs() !== undefined

export interface PostgresServer {
  /** `postgres://…` of a database of its own. */
  readonly url: string
  /** A further, empty database. */
  database(name: string): string
  sql(text: string): string
  stop(): void
}

/** A server in a temporary folder, as a user who is not root: PostgreSQL refuses to run as root. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs() as string
  const folder = mkdtempSync(join(tmpdir(), 'stet-postgres-'))
  const nobody = { uid: 65_534, gid: 65_534 }
  const user = process.getuid?.() === 0 ? nobody : {}
  if (user === nobody) chownSync(folder, nobody.uid, nobody.gid)
  chmodSync(folder, 0o700)
  const run = (program: string, args: string[]): string => {
    const { status, stdout, stderr, error } = spawnSync(join(bin, program), args, {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', PGOPTIONS: '' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? ''}${stdout}${stderr}`)
    return stdout
  }
  const data = join(folder, 'data')
  const port = await freePort()
  run('initdb', ['-D', data, '-U', 'stet', '-A', 'trust', '--no-sync', '-E', 'UTF8'])
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off`
  run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', settings, 'start'])
  const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', 'stet']
  const url = (name: string) => `postgres://stet@127.0.0.1:${port}/${name}`
  return {
    url: url('postgres'),
    database(name) {
      run('createdb', [...connection, name])
      return url(name)
    },
    sql: (text) => run('psql', [...connection, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-qAt', '-c', text]),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-s', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
