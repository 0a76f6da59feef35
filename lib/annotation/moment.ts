const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
const spans = /^(\d{1,4}) ?(m|h|d|w|min|minutes?|hours?|days?|weeks?)$/
const dates = /^(\d{4})-(\d{2})-(\d{2})$/

/** How days are counted: by the clock of this machine, or in UTC. */
export type Zone = 'local' | 'utc'

const midnight = (zone: Zone, year: number, month: number, day: number): Date => {
  if (zone === 'utc') return new Date(Date.UTC(year, month, day))
  return new Date(year, month, day)
}

/** The midnight that begins the day of `now`, some days on. */
const dayOf = (now: Date, on: number, zone: Zone): Date =>
  zone === 'utc'
    ? midnight(zone, now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + on)
    : midnight(zone, now.getFullYear(), now.getMonth(), now.getDate() + on)

/**
 * The moment that words name, or null where they name none: `30m`, `2h`, `3d`, `1w` before now, `today`, `yesterday`, a
 * day (`2026-11-01`) or a time (`2026-11-01T14:00`, in `zone` where it names none itself). A day begins at its first
 * moment for `since` and ends at its last for `until`.
 */
export const momentOf = (words: string, edge: 'since' | 'until', now: Date, zone: Zone = 'local'): Date | null => {
  const said = words.trim().toLowerCase()
  const ends = edge === 'until' ? 1 : 0
  if (said === 'today') return dayOf(now, ends, zone)
  if (said === 'yesterday') return dayOf(now, ends - 1, zone)
  const [, count, unit] = spans.exec(said) ?? []
  if (count !== undefined && unit !== undefined) {
    return new Date(now.getTime() - Number(count) * (units[unit.charAt(0)] as number))
  }
  const [, year, month, day] = dates.exec(said) ?? []
  if (year !== undefined) {
    const begin = midnight('utc', Number(year), Number(month) - 1, Number(day))
    // The 31st of a month of thirty days is no day.
    if (begin.getUTCDate() !== Number(day) || begin.getUTCMonth() !== Number(month) - 1) return null
    return midnight(zone, Number(year), Number(month) - 1, Number(day) + ends)
  }
  if (!/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(z|[+-]\d{2}:\d{2})?$/.test(said)) return null
  const own = /(z|[+-]\d{2}:\d{2})$/.test(said)
  const at = new Date(`${said.toUpperCase()}${own || zone === 'local' ? '' : 'Z'}`)
  return Number.isNaN(at.getTime()) ? null : at
}
