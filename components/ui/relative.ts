const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const anyYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** How long ago `at` was at `now` (or how long until then), short: "just now", "5 min ago", "in 3 days", "11 Mar". Both in milliseconds. */
export const relative = (at: number, now: number): string => {
  const distance = Math.abs(now - at)
  // Clocks differ by some seconds; nothing has happened in the future.
  if (distance < minute) return 'just now'
  const say = (count: number, unit: string) => (at <= now ? `${count} ${unit} ago` : `in ${count} ${unit}`)
  // What is past has been whole units ago; what is to come is nearer to the unit it is close to.
  const units = (unit: number) => (at <= now ? Math.floor(distance / unit) : Math.round(distance / unit))
  if (distance < hour) return say(units(minute), 'min')
  if (distance < day) return say(units(hour), 'h')
  const days = units(day)
  if (days < 14) return say(days, days === 1 ? 'day' : 'days')
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? thisYear.format(at) : anyYear.format(at)
}

/** Date and time in words, in the reader's own time zone: "11 March 2031 at 10:40". */
export const absolute = (at: number): string => whole.format(at)

/** A calendar date (`YYYY-MM-DD`) in words: "11 March 2031". */
export const dateInWords = (given: string): string => date.format(new Date(`${given}T00:00:00Z`))
