import { Button } from '@mantine/core'
import { Entry } from '@/components/ui/page'

export default function NotFound() {
  return (
    <>
      {/* Not as metadata: those are left out where the page that was asked for is the one to say that it is not there. */}
      <title>Nothing here · Verbatim</title>
      <Entry
        title="There is nothing for you at this address"
        lead="It may be mistyped, what it named may be in a desk’s trash, or you may not be a member of that desk. Nothing is lost. An owner of the desk can restore what is in its trash, or add you."
      >
        <Button component="a" href="/" fullWidth>
          Go to your desks
        </Button>
      </Entry>
    </>
  )
}
