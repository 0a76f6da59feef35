'use client'
import { Menu } from '@mantine/core'
import type { LateProps } from '@/components/ui/late'
import { LateMenu } from '@/components/ui/late-floating'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import styles from './bars.module.css'
import { type ExportFile, exportFiles } from './export-files'

type Props = Pick<TranscriptSummary, 'id' | 'original'>

/** The text with its annotations in each format, and the file as it came, in the menu of the top bar. */
export const ExportEntries = ({ late, ...props }: Props & { readonly late: LateProps }) => (
  <LateMenu late={late} width={340}>
    {exportFiles(props).map((file) => (
      <Menu.Item key={file.href} component="a" href={file.href} download>
        <Entry {...file} />
      </Menu.Item>
    ))}
  </LateMenu>
)

/** The same as plain links, for where there is room. */
export const ExportLinks = (props: Props) =>
  exportFiles(props).map((file) => (
    <a key={file.href} href={file.href} download className={styles.entry}>
      <Entry {...file} />
    </a>
  ))

const Entry = ({ label, purpose }: ExportFile) => (
  <>
    <span className={styles.format}>{label}</span>
    <span className={styles.purpose}>{purpose}</span>
  </>
)
