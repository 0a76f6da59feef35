import type { Metadata } from 'next'
import { things } from '@/app/api/v1/routes'
import { Frame } from '@/app/frame'
import { Page, Section } from '@/components/ui/page'
import { currentActor } from '@/lib/server/actor'
import { documentOf } from '@/lib/server/openapi/answer'
import { OperationPart } from './operation'
import { Beginning, Contents, Problems, Shapes } from './parts'
import classes from './reference.module.css'

export const metadata: Metadata = { title: 'The API · Verbatim' }

/** The API's description for people: the same document that /api/openapi.json gives to programs. */
export default async function ApiDocs() {
  const document = documentOf(things)
  const server = document.servers[0]?.url ?? ''
  const all = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
  )
  const page = (
    <Page
      title="The API"
      lead="Everything the pages of Verbatim do goes through it. A script does the same with a token."
    >
      <div className={classes.columns}>
        <Contents document={document} operations={all} />
        <div className={classes.text}>
          <Beginning server={server} />
          {document.tags.map(({ name, description }) => (
            <Section key={name} id={name.toLowerCase()} title={name} lead={description}>
              {all
                .filter(({ operation }) => operation.tags.includes(name))
                .map((one) => (
                  <OperationPart key={one.operation.operationId} server={server} {...one} />
                ))}
            </Section>
          ))}
          <Problems />
          <Shapes schemas={document.components.schemas} />
        </div>
      </div>
    </Page>
  )
  return (await currentActor()) === null ? page : <Frame>{page}</Frame>
}
