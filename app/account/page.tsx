import type { Metadata } from 'next'
import { Frame } from '@/app/frame'
import { OwnName, OwnPassword } from '@/components/desk/own-account'
import { Page, Section } from '@/components/ui/page'
import { KeysLead, SingleKeysSwitch } from '@/components/ui/single-keys-switch'
import { readMe } from '@/lib/data/people'
import { requireActor } from '@/lib/server/actor'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const { name, email } = await readMe(await requireActor())
  return (
    <Frame>
      <Page title="Your account" lead={`You sign in as ${email}.`} narrow>
        <Section title="Name" lead="As others see it beside your work, also what you did before.">
          <OwnName name={name} />
        </Section>
        <Section title="Password" lead="A new password signs you out everywhere else at once.">
          <OwnPassword email={email} />
        </Section>
        <Section title="Keyboard" lead={<KeysLead />}>
          <SingleKeysSwitch />
        </Section>
      </Page>
    </Frame>
  )
}
