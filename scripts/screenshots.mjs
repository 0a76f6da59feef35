import { run } from './prepare.mjs'

run('screenshots.ts')
