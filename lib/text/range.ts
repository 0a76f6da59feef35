/** A stretch of one revision's text in UTF-16 offsets, `end` excluded. An empty range (`start === end`) is a place. */
export type Range = { readonly start: number; readonly end: number }

/** Whether `inner` lies within `outer`; equal edges count. */
export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether two ranges share at least one character. Ranges that only touch do not overlap. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** Document order: by start, then the longer one first, so that what holds another comes before it. */
export const compareRanges = (a: Range, b: Range): number => a.start - b.start || b.end - a.end

/** Whether the range stands within a text of `length` characters. */
export const fits = (range: Range, length: number): boolean =>
  Number.isInteger(range.start) &&
  Number.isInteger(range.end) &&
  range.start >= 0 &&
  range.start <= range.end &&
  range.end <= length
