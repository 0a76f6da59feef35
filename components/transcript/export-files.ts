import { sizeInWords } from '@/components/ui/size'
import type { TranscriptSummary } from '@/lib/transcript/transcript'

const formats = [
  { id: 'html', label: 'Web page', purpose: 'To read, print or send: one file, nothing else needed' },
  { id: 'markdown', label: 'Markdown', purpose: 'For editing on: the text with its annotations as footnotes' },
  { id: 'csv', label: 'CSV table', purpose: 'For spreadsheets: one row for each annotation' },
  { id: 'json', label: 'JSON', purpose: 'For programs: the text and every annotation, whole' },
] as const

/** A file that a transcript can be had as: what it is called, what it is good for, and where it is. */
export type ExportFile = { readonly label: string; readonly purpose: string; readonly href: string }

/** The text with its annotations in each format, and the file as it came. */
export const exportFiles = ({ id, original }: Pick<TranscriptSummary, 'id' | 'original'>): readonly ExportFile[] => [
  ...formats.map(({ id: format, label, purpose }) => ({
    label,
    purpose,
    href: `/api/v1/transcripts/${id}/export/${format}`,
  })),
  ...(original
    ? [
        {
          label: 'Original file',
          purpose: `${original.name}, ${sizeInWords(original.size)}, byte for byte as it came`,
          href: `/api/v1/transcripts/${id}/original`,
        },
      ]
    : []),
]
