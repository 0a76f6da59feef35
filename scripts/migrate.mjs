import { run } from './prepare.mjs'

run('migrate.ts')
