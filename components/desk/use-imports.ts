'use client'
import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { isMoving } from './import-queue'
import { createImports } from './imports'

/** How often running jobs are asked for, and how often whether another tab has begun one, in milliseconds. */
const whileRunning = 1_000
const otherwise = 30_000

type Made = ReturnType<typeof createImports>

/** The imports of the desk one is in; null where one may not import. */
export const ImportsContext = createContext<Made | null>(null)

/** Makes the imports of a desk, with the jobs that its page came with, and keeps them up to date. */
export const useMakeImports = (desk: string, jobs: readonly Job[]): Made => {
  const router = useRouter()
  const [made] = useState(() => createImports({ desk, jobs, onStored: () => router.refresh() }))
  const runs = useStore(made.store, (state) => state.jobs.some((job) => !hasEnded(job)))
  const moves = useStore(made.store, (state) => state.items.some(isMoving))

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      clearTimeout(timer)
      // What cannot be asked now is asked again.
      if (!document.hidden) await made.look().catch(() => undefined)
      if (!over) timer = setTimeout(look, runs ? whileRunning : otherwise)
    }
    timer = setTimeout(look, runs ? whileRunning : otherwise)
    window.addEventListener('focus', look)
    return () => {
      over = true
      clearTimeout(timer)
      window.removeEventListener('focus', look)
    }
  }, [made, runs])

  // What is being sent ends with the page; jobs do not.
  useEffect(() => {
    if (!moves) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [moves])
  return made
}

/** The imports of the desk one is in, as they stand. Throws outside of a desk where one may import. */
export const useImports = () => {
  const made = useContext(ImportsContext)
  if (made === null) throw new Error('there are no imports here')
  return { ...made, ...useStore(made.store) }
}
