'use client'
import { useEffect, useState } from 'react'
import { openDisk } from '@/components/api/disk'
import { type Left, leftHere } from '@/components/api/left-here'

/** What of this person's is kept in this browser and not sent, by transcript; known a moment after the page is shown. */
export const useLeftHere = (person: string): ReadonlyMap<string, Left> => {
  const [left, setLeft] = useState<ReadonlyMap<string, Left>>(new Map())
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
