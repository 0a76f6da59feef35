// A thread begins without the translation of TypeScript that the server itself runs under.
import { register } from 'tsx/esm/api'

register()
await import('./reading-thread.ts')
