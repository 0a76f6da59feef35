/**
 * Whether an address may be made a link: web pages and mail only. The schemas ask this of what comes in; whatever shows
 * or hands out a link asks again, because what is stored may be older than the schema.
 */
export const mayLink = (href: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(href)
