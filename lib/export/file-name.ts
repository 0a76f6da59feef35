import type { ExportFormat } from './format'

/** `YYYY-MM-DD-<title>.<ext>`: the title in letters and digits of any script, at most 50 characters, never empty. */
export const fileName = (format: ExportFormat, transcript: { readonly title: string }, exportedAt: string): string => {
  const words = transcript.title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const title = [...words].slice(0, 50).join('').replace(/-+$/, '') || 'transcript'
  return `${exportedAt.slice(0, 10)}-${title}.${format.extension}`
}
