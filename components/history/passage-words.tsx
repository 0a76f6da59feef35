import { Fragment } from 'react'
import card from '@/components/annotation/card.module.css'
import type { Passage, Stretch } from '@/lib/transcript/comparison'
import classes from './passage.module.css'

/** Words that are nothing to see are shown by a sign. */
const visible = (words: string): string =>
  words.trim() === '' ? words.replaceAll(/\r\n?|\n/g, '¶\n').replaceAll(' ', '·') : words

const Gone = ({ words }: { readonly words: string }) =>
  words === '' ? null : <del className={`${card.deleted} ${classes.gone}`}>{visible(words)}</del>
const Come = ({ words }: { readonly words: string }) =>
  words === '' ? null : <ins className={`${card.inserted} ${classes.come}`}>{visible(words)}</ins>

type Side = 'both' | 'was' | 'is'

const Shown = ({ stretch, side }: { readonly stretch: Stretch; readonly side: Side }) => {
  if ('kept' in stretch) return stretch.kept
  if ('left' in stretch)
    return (
      <span className={classes.left} title={`${stretch.left.toLocaleString('en')} characters left out`}>
        {' '}
        …{' '}
      </span>
    )
  return (
    <>
      {side !== 'is' && <Gone words={stretch.was} />}
      {side === 'both' && stretch.was !== '' && stretch.is !== '' && ' '}
      {side !== 'was' && <Come words={stretch.is} />}
    </>
  )
}

type Props = { readonly stretches: Passage['stretches']; readonly side: Side; readonly lang?: string | undefined }

/** The words of a passage, with what was taken out, what was put in, or both in one text. */
export const PassageWords = ({ stretches, side, lang }: Props) => (
  <p className={classes.words} lang={lang} dir="auto">
    {stretches.map((stretch, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a passage never changes
      <Fragment key={at}>
        <Shown stretch={stretch} side={side} />
      </Fragment>
    ))}
  </p>
)
