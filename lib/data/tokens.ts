import { createHash, randomBytes } from 'node:crypto'

/** A secret for a one-time link: 256 bits that fit an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of it. The token is random, so one round of SHA-256 is enough. */
export const tokenHash = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())
