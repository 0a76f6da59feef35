import type { AnnotationState } from '@/lib/annotation/kinds'
import { AppError } from '@/lib/errors'
import { compose } from '@/lib/text/compose'
import { carryEdits, type Edits, invert, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { tidyEdits } from '@/lib/text/tighten'
import { nextWording, revisingTo } from '@/lib/transcript/correction'
import type { TurnSplice } from '@/lib/transcript/turn-splices'
import type { Placed } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { placesThen } from './placed-then'
import { lead, type Step, stepOf, type Wanted } from './places'
import type { Revising } from './revise'
import { editsBetween, loadRevision, type RevisionWithText } from './revision-text'

type Back = Pick<Revising, 'edits' | 'splices' | 'wanted'>
type Led = Awaited<ReturnType<typeof editsBetween>>[number]

const read = async (tx: Transaction, transcriptId: string, number: number): Promise<RevisionWithText> => {
  const revision = await loadRevision(transcriptId, number, tx)
  if (revision === null) throw new AppError('not-found', `This transcript has no revision ${number}.`)
  return revision
}

/** All edits of these revisions as one list, without what comes to nothing in `text`, the one they begin with. */
const together = (text: string, all: readonly Edits[]): Edits =>
  tidyEdits(
    text,
    all.reduce<Edits>((done, next) => compose(done, next), []),
  )

/** The inverse of a revision as edits of the head. Throws conflict where a later one changed the same words. */
const inverseOf = ({ text }: RevisionWithText, own: Led, later: readonly Led[]): Edits => {
  let edits = invert(text, own.edits)
  for (const next of later) {
    const carried = carryEdits(edits, prepareEdits(next.edits))
    if (carried === null) {
      const message = `Revision ${own.number} cannot be taken back by itself: revision ${next.number} changed the same words. Undo that one first, or restore revision ${own.number - 1}.`
      throw new AppError('conflict', message, { current: { revision: next.number } })
    }
    edits = carried
  }
  return edits
}

/** The turns after an undo: those from before the revision, led over what came later, as far as later ones left the turns alone. */
const turnsBack = async (
  tx: Transaction,
  transcriptId: string,
  {
    before,
    head,
    edits,
    own,
    later,
    residue,
  }: {
    readonly before: RevisionWithText
    readonly head: RevisionWithText
    readonly edits: Edits
    readonly own: Led
    readonly later: readonly Led[]
    readonly residue: Edits
  },
): Promise<readonly TurnSplice[]> => {
  const changer = later.find(({ splices }) => splices.length > 0)
  if (changer === undefined) {
    const { turns } = nextWording(before, { edits: residue, splices: [] })
    return revisingTo(head, edits, turns).splices
  }
  const made = await read(tx, transcriptId, own.number)
  if (own.splices.length === 0 && made.turns.length === before.turns.length) return []
  const message = `Revision ${own.number} cannot be taken back by itself: revision ${changer.number} changed the turns since. Undo that one first.`
  throw new AppError('conflict', message, { current: { revision: changer.number } })
}

type Remembered = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly places: readonly Range[] | null
  readonly state: AnnotationState | null
  readonly since: boolean
}

/** How what the revision touched stood before it, led over what came later: exactly so where nothing has touched it since, nor a person. */
const remembered = async (tx: Transaction, transcriptId: string, number: number, step: Step) => {
  const rows = await tx.$queryRaw<Remembered[]>`
    SELECT annotation_id AS id, start, "end", placed, places, state, EXISTS (SELECT 1 FROM placement l
      WHERE l.annotation_id = p.annotation_id AND l.revision > ${number}) OR EXISTS (SELECT 1 FROM reattachment r
      WHERE r.annotation_id = p.annotation_id AND r.revision >= ${number}) AS since
    FROM placement p WHERE transcript_id = ${transcriptId}::uuid AND revision = ${number}`
  return new Map<string, Wanted>(
    rows.map(({ id, placed, places, state, since, ...range }) => {
      const { now, fate } = lead(range, step)
      const others = places?.map((place) => lead(place, step).now) ?? null
      const place = since || fate !== 'kept' ? {} : { place: { ...now, placed, places: others } }
      return [id, { ...place, ...(state !== null && { state }) }]
    }),
  )
}

/**
 * What takes a revision back: the inverse of its edits at the places where their words stand now. Throws conflict where a later
 * one changed the same words or turns, and invalid for the first one.
 */
export const undoRevision = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  number: number,
): Promise<Back> => {
  if (number === 1) throw new AppError('invalid', 'The first revision is the text as it came: nothing stood before it.')
  if (number > head.number) throw new AppError('not-found', `This transcript has no revision ${number}.`)
  const before = await read(tx, transcriptId, number - 1)
  const [own, ...later] = await editsBetween(tx, transcriptId, number - 1, head.number)
  if (own === undefined) throw new AppError('not-found', `This transcript has no revision ${number}.`)
  const edits = inverseOf(before, own, later)
  const residue = together(before.text, [own.edits, ...later.map((one) => one.edits), edits])
  const splices = await turnsBack(tx, transcriptId, { before, head, edits, own, later, residue })
  return { edits, splices, wanted: await remembered(tx, transcriptId, number, stepOf(residue, '')) }
}

/** What makes the text of an earlier revision stand again: every annotation stands where it stood then, as far as it existed. */
export const restoreRevision = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  number: number,
): Promise<Back> => {
  if (number > head.number) throw new AppError('not-found', `This transcript has no revision ${number}.`)
  const target = await read(tx, transcriptId, number)
  const since = await editsBetween(tx, transcriptId, number, head.number)
  const edits = invert(
    target.text,
    together(
      target.text,
      since.map((one) => one.edits),
    ),
  )
  const { splices } = revisingTo(head, edits, target.turns)
  const then = await placesThen(tx, transcriptId, number, head.number)
  const wanted = new Map<string, Wanted>()
  for (const [id, { state, existed, ...place }] of then)
    wanted.set(id, { ...(existed && { place }), ...(state !== null && { state }) })
  return { edits, splices, wanted }
}
