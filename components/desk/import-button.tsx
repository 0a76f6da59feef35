'use client'
import { Button } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import { useOpenImport } from './import-window'

/** Opens the import window. */
export const ImportButton = () => <Button onClick={useOpenImport()}>Import</Button>

type Props = { readonly path: string; readonly may: { readonly import: boolean; readonly restore: boolean } }

/** What one can do with the list as a whole. */
export const ListActions = ({ path, may }: Props) => (
  <>
    {may.restore && (
      <LinkButton href={`${path}/trash`} variant="subtle" color="gray">
        Trash
      </LinkButton>
    )}
    {may.import && <ImportButton />}
  </>
)
