import { ferry } from './support'

/** A text to tell the story on, and the words of it that are marked. */
export type Story = {
  readonly path: string
  readonly highlight: string
  readonly note: string
  readonly check: string
  readonly flag: string
  readonly correction: { readonly from: string; readonly to: string }
}

export const stories: readonly Story[] = [
  {
    path: ferry.path,
    highlight: 'Petra Lindqvaer',
    note: 'no third crew to be had this year',
    check: '312 people missed the last boat and 40 of them slept in the waiting room',
    flag: '290, not 312',
    correction: { from: 'in full', to: 'in part' },
  },
  {
    path: '../shared/data/seed/witkoff-ushakov.txt',
    highlight: 'Steve Witkoff',
    note: 'the 14th of October',
    check: 'the Ukrainian land concessions in Donbass were necessary',
    flag: 'Ushkov',
    correction: { from: 'explaning', to: 'explaining' },
  },
]

/** What is typed in the story. */
export const written = {
  note: 'Ask the clerk for the minutes',
  claim: 'A number of people missed the last boat.',
  source: 'The winter’s count',
  passage: 'counted by hand, night by night',
  reason: 'The two speakers give two figures.',
  reply: 'I have asked. An answer by Friday.',
}
