import type { z } from 'zod'
import type { NewAnnotation } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import { recordingTitle } from './desk'

type Person = 'Mira' | 'Teodor' | 'Rhea'

/** What one of the demo's people attached to words of the article, and what the others answered. */
export type DemoAnnotation = Omit<z.input<typeof NewAnnotation>, 'revision' | 'start' | 'end'> & {
  readonly by: Person
  readonly on: string
  /** A passage that holds `on`, where those words stand more than once. */
  readonly in?: string
  readonly replies?: readonly { readonly by: Person; readonly body: Body }[]
  /** Evidence that others added. */
  readonly evidence?: readonly {
    readonly by: Person
    readonly title: string
    readonly quote: string
    readonly note: string
  }[]
  readonly resolvedBy?: Person
}

const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: readonly object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})
const doc = (...content: readonly object[]) => ({ type: 'doc', content }) as Body
const said = (text: string) => doc(paragraph(words(text)))

const strike = 'The strike of 2028 closed the port for 61 days and cost it 38 million crowns.'
const berths = 'Of the fourteen berths, six would go to Ormund Lines, five to the ministry and two to the islands'
const recording = (quote: string, note: string, stance: 'supports' | 'contradicts' = 'supports') => ({
  source: { title: recordingTitle },
  ...{ quote, note, stance },
})

/** In the order in which they were made. */
export const demoAnnotations: readonly DemoAnnotation[] = [
  { by: 'Teodor', kind: 'highlight', on: 'Ilse Marrant', tags: ['people'] },
  {
    by: 'Teodor',
    kind: 'note',
    on: 'Tuesday 4 March, the day after the vote',
    body: said('The vote was on the Monday. Rhea, can you confirm with the clerk?'),
    replies: [{ by: 'Rhea', body: said('Confirmed by phone, 10:40. Adding the minutes as a source.') }],
  },
  {
    by: 'Mira',
    kind: 'check',
    on: 'We put nine points on one page for the islands',
    tags: ['quotation'],
    check: {
      claim: 'Marrant proposed a nine-point plan for the islands.',
      verdict: 'true',
      evidence: [recording('We put nine points on one page for the islands.', 'At 00:12, word for word.')],
    },
  },
  {
    by: 'Mira',
    kind: 'flag',
    on: 'Volkov',
    tags: ['people'],
    flag: {
      sort: 'name',
      expected: ['Valkov'],
      reason: 'One vowel apart, the same man, and no other Volkov in the text.',
    },
  },
  {
    by: 'Teodor',
    kind: 'correction',
    on: 'goverment',
    correction: { to: 'government' },
  },
  {
    by: 'Mira',
    kind: 'flag',
    on: 'He loves to be thanked',
    tags: ['quotation'],
    flag: {
      sort: 'quotation',
      expected: ['He likes to be thanked'],
      reason: 'The recording has “likes”, at 00:58. The stronger word is ours.',
    },
    replies: [
      { by: 'Teodor', body: said('I hear “likes” as well, twice. It changes how eager he sounds.') },
      { by: 'Mira', body: said('Then it goes back to the reporter before anything else does.') },
    ],
  },
  {
    by: 'Teodor',
    kind: 'note',
    on: 'The seven points',
    tags: ['figures'],
    body: doc(
      paragraph(words('Nine in the quotation, seven here. '), words('One of them is wrong.', { type: 'bold' })),
      {
        type: 'bulletList',
        content: ['the quotation has nine, and so has the recording', 'the page itself nobody here has seen'].map(
          (item) => ({
            type: 'listItem',
            content: [paragraph(words(item))],
          }),
        ),
      },
      paragraph(
        words('How we count is in the '),
        words('style guide', { type: 'link', attrs: { href: 'https://courier.example/style/numbers' } }),
        words('.'),
      ),
    ),
  },
  { by: 'Mira', kind: 'highlight', on: berths, tags: ['figures'] },
  {
    by: 'Teodor',
    kind: 'flag',
    on: 'two to the islands',
    tags: ['figures'],
    flag: {
      sort: 'number',
      expected: ['three to the islands'],
      reason: 'Six, five and two are thirteen. The recording says three, at 02:22.',
    },
  },
  {
    by: 'Teodor',
    kind: 'correction',
    on: 'the the',
    correction: { to: 'the' },
  },
  {
    by: 'Teodor',
    kind: 'check',
    on: strike,
    tags: ['figures'],
    check: {
      claim: 'The strike of 2028 closed the port for 61 days and cost 38 million crowns.',
      verdict: 'mostly-true',
      evidence: [
        {
          source: { title: 'Port authority, annual report 2028', url: 'https://port.ostrel.example/reports/2028' },
          quote: 'Owing to the strike no ship was handled on 61 days of the year.',
          stance: 'supports',
          note: 'Page 14. Days agree.',
        },
        {
          source: { title: 'Ministry statement, 3 March 2031', url: 'https://ministry.example/statements/harbour' },
          quote: 'The strike cost the port 36 million crowns.',
          stance: 'contradicts',
          note: 'Two million less; it may leave out the pilots.',
        },
      ],
    },
    evidence: [
      {
        by: 'Mira',
        title: 'Call with the harbour master, 10 March 2031',
        quote: 'Thirty-eight with the pilots, thirty-six without.',
        note: 'Explains the difference. She will send it in writing.',
      },
    ],
  },
  {
    by: 'Mira',
    kind: 'note',
    on: '38 million crowns',
    body: said('Say in the line itself that this is with the pilots.'),
  },
  {
    by: 'Teodor',
    kind: 'note',
    on: 'bought the Ferrin yard',
    body: said('Which company bought it, Ormund Lines itself or its parent?'),
    replies: [{ by: 'Mira', body: said('Ormund Lines itself, in May 2026. It is in annex B of the lease.') }],
    resolvedBy: 'Mira',
  },
  {
    by: 'Mira',
    kind: 'check',
    on: 'If the council says no, we close the harbour by Easter',
    tags: ['quotation', 'legal'],
    check: {
      claim: 'Marrant threatened to close the harbour by Easter.',
      verdict: 'false',
      evidence: [recording('', 'In neither call. I listened to both, twice.', 'contradicts')],
    },
  },
  {
    by: 'Teodor',
    kind: 'flag',
    on: '31 April',
    flag: { sort: 'date', expected: ['30 April'], reason: 'April has 30 days. They settle on the thirtieth at 15:54.' },
  },
  {
    by: 'Mira',
    kind: 'flag',
    on: 'the president was to telephone the minister and thank him',
    tags: ['legal'],
    flag: {
      sort: 'contradiction',
      expected: ['the minister was to telephone the president and thank him'],
      reason: 'Further up, and in the recording, it is the minister who rings and gives thanks.',
    },
  },
]
