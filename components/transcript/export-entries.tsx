'use client'
import { Menu } from '@mantine/core'
import type { LateProps } from '@/components/ui/late'
import { LateMenu } from '@/components/ui/late-floating'
import { sizeInWords } from '@/components/ui/size'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import styles from './bars.module.css'

const formats = [
  { id: 'html', label: 'Web page', purpose: 'To read, print or send: one file, nothing else needed' },
  { id: 'markdown', label: 'Markdown', purpose: 'For editing on: the text with its annotations as footnotes' },
  { id: 'csv', label: 'CSV table', purpose: 'For spreadsheets: one row for each annotation' },
  { id: 'json', label: 'JSON', purpose: 'For programs: the text and every annotation, whole' },
] as const

type Props = { readonly id: string; readonly original: TranscriptSummary['original'] }

/** The text with its annotations in each format, and the file as it came, in the menu of the top bar. */
export const ExportEntries = ({ late, ...props }: Props & { readonly late: LateProps }) => (
  <LateMenu late={late} width={340}>
    {entriesOf(props).map((entry) => (
      <Menu.Item key={entry.href} component="a" href={entry.href} download>
        <Entry {...entry} />
      </Menu.Item>
    ))}
  </LateMenu>
)

/** The same as plain links, for where there is room. */
export const ExportLinks = (props: Props) =>
  entriesOf(props).map((entry) => (
    <a key={entry.href} href={entry.href} download className={styles.entry}>
      <Entry {...entry} />
    </a>
  ))

type Format = { readonly label: string; readonly purpose: string; readonly href: string }

const entriesOf = ({ id, original }: Props): readonly Format[] => [
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

const Entry = ({ label, purpose }: Format) => (
  <>
    <span className={styles.format}>{label}</span>
    <span className={styles.purpose}>{purpose}</span>
  </>
)
