'use client'
import type { RefObject } from 'react'
import type { Outline } from '@/lib/transcript/outline'
import { AnnotationRows } from './annotation-rows'
import { OutlineRows } from './outline-rows'
import styles from './panel.module.css'

export type PanelProps = {
  readonly outline: Outline
  /** How many turns the text has. */
  readonly turns: number
  readonly pane: RefObject<HTMLElement | null>
}

/** What the text is made of and what was found in it, beside the text. */
export const LeftPanel = (props: PanelProps) => (
  <aside className={styles.left} aria-label="Outline and annotations" data-region="panel">
    <PanelRows {...props} />
  </aside>
)

/** The rows themselves, for the panel and the drawer. */
export const PanelRows = ({ onGone, ...props }: PanelProps & { readonly onGone?: () => void }) => (
  <>
    <OutlineRows {...props} onGone={onGone} />
    <AnnotationRows />
  </>
)
