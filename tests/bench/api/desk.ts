import { sessionCookie, startServing } from '../serving'

/** How many people write at once. */
export const writers = 50

const words = 'the north quay and maybe a road to islands where nobody reads an annex but Marrant did say so'.split(' ')

/** Paragraphs of speakers, 10,000 words, no two alike. */
const text = `${Array.from({ length: 200 }, (_, turn) => {
  const said = Array.from({ length: 49 }, (_, at) => words[(turn * 7 + at * (1 + (turn % 5))) % words.length])
  return `${['Marrant', 'Valkov', 'Clerk'][turn % 3]}: ${said.join(' ')}.`
}).join('\n\n')}\n`

/** Notes on places all over the text, as a page would send them. */
export const notes: readonly object[] = Array.from({ length: 40 }, (_, at) => {
  const start = 40 + at * Math.floor((text.length - 200) / 40)
  const end = start + 24
  const said = { type: 'text', text: 'As said on the second page.' }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [said] }] }
  return { kind: 'note', revision: 1, start, end, exact: text.slice(start, end), body, tags: ['second call'] }
})

/** Fifty checkers on a served desk, and two times fifty transcripts. Everything is gone after `stopAll`. */
export const startDesk = async () => {
  const { url, address, desk, owner, people, sessions } = await startServing(writers)
  const { importTranscript } = await import('@/lib/data/import')
  const transcripts: string[] = []
  for (let at = 0; at < 2 * writers; at += 1) {
    transcripts.push((await importTranscript(owner, { desk, title: `Call ${at + 1}`, text })).id)
  }
  return {
    url,
    address,
    port: Number(new URL(address).port),
    cookies: sessions.map((session) => `${sessionCookie}=${session}`),
    people,
    ours: transcripts.slice(0, writers),
    bares: transcripts.slice(writers),
  }
}
