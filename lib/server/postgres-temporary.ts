import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Postgres, startPostgres } from './postgres'

/** A folder of its own under the temporary one, which the user that runs Postgres may pass through. */
export async function temporaryDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-'))
  await chmod(folder, 0o711)
  return folder
}

/** A fast Postgres with nothing in it, for tests and for writing migrations; nothing of it is left after `stop`. */
export async function startTemporaryPostgres(root: string): Promise<Postgres> {
  const data = await temporaryDataFolder()
  const remove = () => rm(data, { recursive: true, force: true })
  try {
    const postgres = await startPostgres({ root, data, hasty: true })
    const stop = async () => {
      await postgres.stop()
      await rm(postgres.folder, { recursive: true, force: true })
      await remove()
    }
    return { ...postgres, stop }
  } catch (error) {
    await remove()
    throw error
  }
}
