'use client'
import { useEffect, useState } from 'react'
import { openDisk } from '@/components/api/disk'
import { leftHere } from './left-here'

/** How much of this person's is kept in this browser and not sent, by transcript; known a moment after the page is shown. */
export const useLeftHere = (person: string): ReadonlyMap<string, number> => {
  const [left, setLeft] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    const look = () =>
      void openDisk(`${person}/`)
        .read()
        .then(
          (entries) => setLeft(leftHere(entries)),
          () => undefined,
        )
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [person])
  return left
}
