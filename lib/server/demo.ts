import { env } from './env'

/** Whether the demo's log-ins may be shown: our own Postgres, and only this machine can reach the server. */
export const isDemo = (): boolean => env().demo
