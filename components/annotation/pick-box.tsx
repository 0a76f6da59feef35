'use client'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import classes from './pick-box.module.css'

type Props = {
  readonly id: string
  /** The card in one line. */
  readonly name: string
}

/** Picks a card, to change several at once; with Shift, all from the one picked last. */
export const PickBox = ({ id, name }: Props) => {
  const picked = useTranscript((state) => state.picked.has(id))
  const picking = useTranscript((state) => state.picked.size > 0)
  const { pick, pickTo } = useTranscriptActions()
  return (
    <label className={classes.pick} data-picking={picking || undefined} data-picked={picked || undefined}>
      <input
        type="checkbox"
        checked={picked}
        aria-label={`Pick: ${name}`}
        onChange={(event) => {
          if ((event.nativeEvent as MouseEvent).shiftKey) pickTo(id)
          else pick([id], !picked)
        }}
      />
    </label>
  )
}
