import { LinkButton } from '@/components/ui/link-button'
import { Empty } from '@/components/ui/page'
import { ImportButton } from './import-button'

type Props = { readonly filtered: boolean; readonly path: string; readonly mayImport: boolean }

/** In place of the list: nothing matches, or nothing is there yet. */
export const NoTranscripts = ({ filtered, path, mayImport }: Props) => {
  if (filtered) {
    return (
      <Empty
        title="No transcript matches"
        action={
          <LinkButton href={path} variant="default">
            Show all
          </LinkButton>
        }
      >
        The search looks at titles only. Try fewer letters, or another state.
      </Empty>
    )
  }
  if (!mayImport) return <Empty title="No transcripts yet">A checker of this desk can import one.</Empty>
  return (
    <Empty title="No transcripts yet" action={<ImportButton />}>
      Drop files anywhere on this page, or import them here: texts, Word documents, web pages, subtitles.
    </Empty>
  )
}
