/**
 * Whether an address may be made a link: web pages and mail only. The schemas ask this of what comes in; whatever shows
 * or hands out a link asks again, because what is stored may be older than the schema.
 */
export const mayLink = (href: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(href)

const mail = /^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/
const page = /^[^\s@/:?#.]+(\.[^\s@/:?#.]+)+\.?(:\d{1,5})?([/?#]\S*)?$/

/**
 * Where an address leads as a person types it, or null where it cannot be a link: one without a scheme is a web page, or
 * a mailbox where it is written as one.
 */
export const linkTo = (typed: string): string | null => {
  const address = typed.trim()
  const href = mail.test(address) ? `mailto:${address}` : page.test(address) ? `https://${address}` : address
  return mayLink(href) && href.length <= 2000 ? href : null
}
