import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartProblem } from './env'

/** Makes the data folder where it is missing and answers with its full path. Throws StartProblem when it cannot be written. */
export function openDataFolder(path: string): string {
  const folder = resolve(path)
  try {
    // Others may pass through, not look: the database's own user must reach its folder inside. Secrets are files of mode 0600.
    // Not recursive below a folder that exists: some refuse with "not found" (/proc), and Node would ask them for ever.
    if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o711 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return folder
  } catch {
    throw new StartProblem(`The data folder ${folder} cannot be written; name another one with VERBATIM_DATA.`)
  }
}

/** A random secret (43 characters) kept in a file of mode 0600, made when it is first asked for. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name)
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}
