'use client'
import { Button, type ButtonProps } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = ButtonProps & { readonly href: string; readonly children: ReactNode }

/** A link that looks like a button, for server components too. */
export const LinkButton = ({ href, children, ...rest }: Props) => (
  <Button component={Link} href={href} {...rest}>
    {children}
  </Button>
)
