/** The path that `given` asks to return to, or `/` for anything that could lead away from this site. */
export const safePath = (given: unknown): string => {
  if (typeof given !== 'string' || !given.startsWith('/')) return '/'
  // A browser reads "//host" and "/\host" as another site; tabs and line breaks are dropped before it looks.
  const here = 'http://here.invalid'
  const url = URL.canParse(given, here) ? new URL(given, here) : null
  return url === null || url.origin !== here ? '/' : `${url.pathname}${url.search}${url.hash}`
}
