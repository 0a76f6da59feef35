'use client'
import { KeyCap } from '@/components/transcript/key-cap'
import type { Repair } from '@/lib/transcript/repair'
import { Passage } from './passage'
import classes from './repair.module.css'
import { whyWords } from './repair-words'

type Props = {
  readonly repair: Repair
  readonly chosen: number
  readonly onChoose: (at: number) => void
}

/** The places that an annotation may be attached to, the best first; one of them is chosen. */
export const Places = ({ repair, chosen, onChoose }: Props) => {
  const { annotation, places } = repair
  if (places.length === 0)
    return <p className={classes.none}>No place in the text reads like it. Pick the place yourself, or archive it.</p>
  return (
    <fieldset className={classes.places}>
      <legend className={classes.legend}>
        {places.length === 1 ? 'It may be attached here' : `It may be attached to one of ${places.length} places`}
      </legend>
      {places.map((place, at) => (
        <label key={`${place.start} ${place.end}`} className={classes.place} data-chosen={at === chosen || undefined}>
          <span className={classes.why}>
            <input
              type="radio"
              name="place"
              value={at}
              checked={at === chosen}
              onChange={() => onChoose(at)}
              className={classes.radio}
            />
            {whyWords(place)}
            <KeyCap>{String(at + 1)}</KeyCap>
          </span>
          <Passage {...place} kind={annotation.kind} />
        </label>
      ))}
    </fieldset>
  )
}
