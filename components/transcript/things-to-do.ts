import { type Actor, can } from '@/lib/permissions/can'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import { exportFiles } from './export-files'
import { type Command, isThere, type Needs, type Situation, shortcuts } from './keys'
import { nextStep } from './next-step'

/** One thing that can be done now: its name, what it is done to where the name does not say it, and its key if it has one. */
export type ThingToDo = {
  readonly name: string
  readonly about: string
  readonly keys: readonly string[]
  readonly does:
    | { readonly command: Command }
    /** A step of the review, by the label of its button. */
    | { readonly step: string }
    | { readonly download: string }
    /** A page to go to, by its address. */
    | { readonly page: string }
}

/** What is said where a command needs something, so that "Edit it" stands for itself. */
const about: Record<NonNullable<Needs>, string> = {
  selection: 'the selection',
  caret: 'the selection',
  chosen: 'the chosen card',
  card: 'the chosen card',
}

/** The keys of the table that mean something now, each command once. */
const byKey = (situation: Situation): readonly ThingToDo[] =>
  shortcuts
    .filter(
      ({ command, needs }, at) =>
        command !== 'commands' &&
        command !== 'close' &&
        isThere(needs, situation) &&
        shortcuts.findIndex((other) => other.command === command && isThere(other.needs, situation)) === at,
    )
    .map(({ command, says, label, needs }) => ({
      name: says,
      about: needs ? about[needs] : '',
      keys: label.split(' '),
      does: { command },
    }))

type Given = {
  readonly situation: Situation
  readonly transcript: Pick<TranscriptSummary, 'id' | 'desk' | 'state' | 'askedBy' | 'original'>
  readonly actor: Actor
}

/** Everything that can be done now: what has a key, the steps of the review that are this person's, and the exports. */
export const thingsToDo = ({ situation, transcript, actor }: Given): readonly ThingToDo[] => [
  ...byKey(situation),
  ...(can(actor, 'correction.accept', { deskId: transcript.desk.id, state: transcript.state })
    ? [{ name: 'Accept all open corrections', about: '', keys: [], does: { command: 'accept-all' as const } }]
    : []),
  ...(can(actor, 'revision.upload', { deskId: transcript.desk.id, state: transcript.state })
    ? [{ name: 'Upload a newer version…', about: '', keys: [], does: { command: 'newer-version' as const } }]
    : []),
  ...nextStep(transcript, actor).steps.map(({ label }) => ({
    ...{ name: `Review: ${label}`, about: '', keys: [] },
    does: { step: label },
  })),
  {
    ...{ name: 'History of the text', about: '', keys: [] },
    does: { page: `/transcripts/${transcript.id}/history` },
  },
  {
    ...{ name: 'Repair queue: annotations that lost their words', about: '', keys: [] },
    does: { page: `/transcripts/${transcript.id}/repair` },
  },
  ...exportFiles(transcript).map(({ label, href }) => ({
    ...{ name: `Export: ${label}`, about: '', keys: [] },
    does: { download: href },
  })),
]

/** Those whose name holds every one of the words, in any order. */
export const thingsNamed = (things: readonly ThingToDo[], typed: string): readonly ThingToDo[] => {
  const words = typed.toLowerCase().split(/\s+/)
  return things.filter(({ name, about }) => words.every((word) => `${name} ${about}`.toLowerCase().includes(word)))
}
