import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Loaded } from './load'

/** A process that makes load when it is told to. */
export type Worker<Told> = { tell(told: Told): Promise<Loaded>; stop(): void }

/** Starts a file of this folder as a process of its own, so that what a client costs is paid outside of what is measured. */
export const startWorker = <Told extends object>(file: 'load.ts' | 'bare.ts'): Worker<Told> => {
  const child = fork(join(import.meta.dirname, file), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 2, 2, 'ipc'] })
  const tell = (told: Told) =>
    new Promise<Loaded>((done, failed) => {
      const ended = () => failed(new Error(`${file} ended.`))
      child.once('exit', ended)
      child.once('message', (answer: Loaded | { readonly error: string }) => {
        child.off('exit', ended)
        if ('error' in answer) failed(new Error(answer.error))
        else done(answer)
      })
      child.send(told)
    })
  return { tell, stop: () => void child.kill() }
}
