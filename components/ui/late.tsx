'use client'
import { cloneElement, type ReactElement, type ReactNode, type Ref, type RefObject, useId, useRef } from 'react'

/** What opens at its trigger: where that stands, whether it is open, and the name they find each other by. */
export type LateProps = {
  readonly at: RefObject<HTMLElement | null>
  readonly id: string
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

type Trigger = {
  readonly ref?: Ref<HTMLElement>
  readonly id?: string
  readonly onClick?: () => void
  readonly 'aria-haspopup'?: 'menu' | 'dialog'
  readonly 'aria-expanded'?: boolean
  readonly 'aria-controls'?: string | undefined
}

type Props = {
  readonly opens: 'menu' | 'dialog'
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** Draws what opens, a menu or a panel of late-floating.tsx; called from the first opening on. */
  readonly draw: (late: LateProps) => ReactNode
  /** The button that opens it. */
  readonly children: ReactElement<Trigger>
}

/** A button whose menu or panel is fetched when it is first opened: what floats weighs more than all of our buttons. */
export const Late = ({ opens, opened, onChange, draw, children }: Props) => {
  const at = useRef<HTMLElement>(null)
  const id = useId()
  const seen = useRef(false)
  if (opened) seen.current = true
  return (
    <>
      {cloneElement(children, {
        ref: at,
        id,
        onClick: () => onChange(!opened),
        'aria-haspopup': opens,
        'aria-expanded': opened,
        'aria-controls': opened ? `${id}-dropdown` : undefined,
      })}
      {seen.current && draw({ at, id, opened, onChange })}
    </>
  )
}
