type Fields = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/**
 * Whether `now` says everything that `wanted` says: fields that `wanted` leaves out may be anything, and the order of
 * fields means nothing (a database gives them back in its own).
 */
export const says = (now: unknown, wanted: unknown): boolean => {
  if (!isThing(now) || !isThing(wanted)) return Object.is(now, wanted)
  if (Array.isArray(now) !== Array.isArray(wanted)) return false
  if (Array.isArray(now) && now.length !== (wanted as unknown as readonly unknown[]).length) return false
  return Object.keys(wanted).every((name) => wanted[name] === undefined || says(now[name], wanted[name]))
}

/** Whether two values say the same. */
export const same = (one: unknown, other: unknown): boolean => says(one, other) && says(other, one)
