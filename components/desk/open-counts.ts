import type { TranscriptSummary } from '@/lib/transcript/transcript'

/** What is still open on a transcript: all of it, and the flags and source checks among it. */
export type OpenCounts = { readonly all: number; readonly flags: number; readonly checks: number }

/** Counts what is open, by the counts a transcript carries. */
export const openCounts = (counts: TranscriptSummary['counts']): OpenCounts => ({
  all: Object.values(counts).reduce((sum, states) => sum + (states.open ?? 0), 0),
  flags: counts.flag?.open ?? 0,
  checks: counts.check?.open ?? 0,
})
