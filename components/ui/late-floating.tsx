'use client'
import { Menu, type MenuProps, Popover, type PopoverProps } from '@mantine/core'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useState } from 'react'
import type { LateProps } from './late'

/** Stands for the trigger, which is drawn elsewhere and was there before. */
const Anchor = ({ at, ref }: { readonly at: LateProps['at']; readonly ref?: Ref<HTMLElement> }) => {
  useImperativeHandle(ref, () => at.current as HTMLElement, [at])
  return null
}

// Drawn closed and opened after: only what opens notes where the focus was, and brings it back.
const useOpened = (wanted: boolean): boolean => {
  const [opened, open] = useState(false)
  useEffect(() => open(wanted), [wanted])
  return opened
}

type LateMenuProps = Pick<MenuProps, 'width' | 'position'> & { readonly late: LateProps; readonly children: ReactNode }

/** The menu of a trigger that `Late` draws. */
export const LateMenu = ({ late, children, ...rest }: LateMenuProps) => (
  <Menu {...rest} id={late.id} opened={useOpened(late.opened)} onChange={late.onChange}>
    <Menu.Target>
      <Anchor at={late.at} />
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
)

type LatePanelProps = Pick<PopoverProps, 'width' | 'position'> & {
  readonly late: LateProps
  /** What it is called. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** The panel of a trigger that `Late` draws: the focus goes into it, and back when it closes. */
export const LatePanel = ({ late, label, className, children, ...rest }: LatePanelProps) => (
  <Popover
    {...rest}
    id={late.id}
    opened={useOpened(late.opened)}
    onChange={late.onChange}
    shadow="md"
    trapFocus
    returnFocus
  >
    <Popover.Target>
      <Anchor at={late.at} />
    </Popover.Target>
    <Popover.Dropdown className={className} aria-labelledby={undefined} aria-label={label}>
      {children}
    </Popover.Dropdown>
  </Popover>
)
