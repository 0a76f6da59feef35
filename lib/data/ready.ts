import { pool } from './db'

/** Whether the database answers. */
export const isDatabaseReady = (): Promise<boolean> =>
  pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
