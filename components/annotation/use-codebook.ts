'use client'
import { useMemo } from 'react'
import { useTranscript } from '@/components/api/store-context'
import type { TagEntry } from '@/lib/annotation/tag'

/** The desk's codebook by tag: what it means, and its colour. */
export const useCodebook = (): ReadonlyMap<string, TagEntry> => {
  const codebook = useTranscript((state) => state.codebook)
  return useMemo(() => new Map(codebook.map((entry) => [entry.name, entry])), [codebook])
}
