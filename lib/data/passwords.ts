import { hash, verify } from '@node-rs/argon2'

// argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

// Of a password that nobody has: someone unknown takes as long to refuse as someone known.
let decoy: Promise<string> | undefined

/** Whether `password` is the one that was hashed. Without a hash the answer is false, in the same time. */
export const isPassword = async (hashed: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword(crypto.randomUUID())
  const right = await verify(hashed ?? (await decoy), password).catch(() => false)
  return right && hashed !== null
}
