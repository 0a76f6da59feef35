'use client'
import { Button, Stack } from '@mantine/core'
import { Entry } from '@/components/ui/page'

type Props = { readonly error: unknown; readonly retry: () => void }

const referenceOf = (error: unknown) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null

export default function PageFailed({ error, retry }: Props) {
  const reference = referenceOf(error)
  return (
    <Entry
      title="This page could not be shown"
      lead="The desk met a fault of its own, and has written it in its log. Everything that was saved is safe. Try again; if it happens again, tell whoever runs Verbatim here."
    >
      <Stack gap={8}>
        <Button onClick={retry} fullWidth>
          Try again
        </Button>
        <Button component="a" href="/" variant="default" fullWidth>
          Go to your desks
        </Button>
        {reference !== null && <p>For whoever looks it up in the log: {reference}</p>}
      </Stack>
    </Entry>
  )
}
