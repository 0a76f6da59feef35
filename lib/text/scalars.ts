import { z } from 'zod'

/** An id as answers give it: a UUID. */
export const Id = z.uuid()

/** A moment as answers give it: ISO 8601 in UTC, with `Z`. */
export const Time = z.iso.datetime()

/** A day: `2031-03-11`. */
export const Day = z.iso.date()
