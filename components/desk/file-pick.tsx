'use client'
import { Button, FileButton } from '@mantine/core'
import type { Formats } from './accepted'
import classes from './file-pick.module.css'

type Props = {
  readonly formats: Formats
  readonly onPick: (files: readonly File[]) => void
  /** Once there are files, the place to choose more is a single line. */
  readonly small: boolean
  readonly disabled: boolean
  /** Just one file is wanted. */
  readonly one?: boolean
}

/** Where files are dropped or chosen. */
export const FilePick = ({ formats, onPick, small, disabled, one = false }: Props) => (
  <div className={classes.pick} data-small={small || undefined}>
    <p>{small ? 'Drop more files anywhere, or' : `Drop ${one ? 'the file' : 'files'} anywhere on this page, or`}</p>
    <FileButton
      multiple={!one}
      accept={formats.accept}
      onChange={(picked: File[] | File | null) => onPick([picked ?? []].flat())}
      disabled={disabled}
    >
      {(props) => (
        <Button variant="default" {...props} disabled={disabled} data-autofocus={disabled ? undefined : true}>
          {one ? 'Choose a file' : 'Choose files'}
        </Button>
      )}
    </FileButton>
    {!small && (
      <p className={classes.limits}>
        {formats.words}, up to 20 MB and a million words{one ? '' : ' each'}. Text and Markdown are kept exactly as they
        are; of other files the words are taken out, and what was left out is told.
      </p>
    )}
  </div>
)
