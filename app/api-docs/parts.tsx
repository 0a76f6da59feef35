import { Section } from '@/components/ui/page'
import { problems } from '@/lib/errors'
import type { OpenApi } from '@/lib/server/openapi/document'
import type { Operation } from '@/lib/server/openapi/operation'
import classes from './reference.module.css'
import { FieldList, fieldsOf, shapeId, TypeWords } from './schema'

type Listed = { readonly path: string; readonly verb: string; readonly operation: Operation }

/** Every route by what it speaks of, to go to. */
export const Contents = ({
  document,
  operations,
}: {
  readonly document: OpenApi
  readonly operations: readonly Listed[]
}) => (
  <nav aria-label="Contents" className={classes.contents}>
    <a href="#begin">How to begin</a>
    {document.tags.map(({ name }) => (
      <details key={name}>
        <summary>{name}</summary>
        <ul>
          {operations
            .filter(({ operation }) => operation.tags.includes(name))
            .map(({ path, verb, operation }) => (
              <li key={operation.operationId}>
                <a href={`#${operation.operationId}`}>
                  <span className={classes.verb}>{verb.toUpperCase()}</span> {path}
                </a>
              </li>
            ))}
        </ul>
      </details>
    ))}
    <a href="#problems">Problems</a>
    <a href="#shapes">Shapes</a>
  </nav>
)

/** What holds for every route. */
export const Beginning = ({ server }: { readonly server: string }) => (
  <Section id="begin" title="How to begin">
    <p>
      Make a token in the settings of a desk, and send it with each request. It acts as you, in that desk, in the role
      you have there at that moment. One that may only read is refused every write; none can make tokens or change who
      gets in.
    </p>
    <pre className={classes.code}>{`TOKEN=vbt_…\ncurl -H "Authorization: Bearer $TOKEN" '${server}/me'`}</pre>
    <ul className={classes.rules}>
      <li>
        JSON in and out, in UTF-8. Times are ISO 8601 with a Z at their end; offsets count UTF-16 units of the text.
      </li>
      <li>
        A list is <code>items</code> and <code>next</code>. Send <code>next</code> as <code>cursor</code> for the
        following page, until it is null. <code>limit</code> sets how many rows a page has.
      </li>
      <li>
        What has a version comes with an <code>ETag</code>. A change or a deletion sends it back in{' '}
        <code>If-Match</code>; one that is old is answered 409 with the present state in <code>current</code>, and
        nothing is overwritten.
      </li>
      <li>
        An <code>Idempotency-Key</code> of your own makes a POST safe to send again when its answer was lost.
      </li>
      <li>
        The same for programs, as OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>.
      </li>
    </ul>
  </Section>
)

const after: Readonly<Partial<Record<keyof typeof problems, string>>> = {
  unauthenticated: 'No session and no token, or a token that has expired or was revoked.',
  forbidden: 'Your role, or this token, does not let you.',
  'not-found': 'It does not exist, or is not yours to see: the two look alike.',
  gone: 'It was deleted, or its transcript is in the trash. It can be restored.',
  invalid: 'Something that was sent does not fit. Each fault is in errors, with its path.',
  conflict: 'Someone else was first, or the transcript is approved. The present state is in current.',
  'version-required': 'Send the version that you saw in If-Match.',
  'too-large': 'More than a route takes at once.',
  unsupported: 'Neither JSON nor a form, or a file of a kind that is not read.',
  'too-many': 'Wait for as long as Retry-After says.',
}

/** What each refusal means and what to do. */
export const Problems = () => (
  <Section
    id="problems"
    title="Problems"
    lead="A refusal is application/problem+json: detail is a sentence for a person, type is for a program."
  >
    <dl className={classes.fields}>
      {Object.entries(problems).map(([name, { status, title }]) => (
        <div key={name} id={`problem-${name}`}>
          <dt>
            <code>{status}</code> {title}
          </dt>
          <dd>
            {after[name as keyof typeof problems]} <code>urn:verbatim:problem:{name}</code>
          </dd>
        </div>
      ))}
      <div id="problem-fault">
        <dt>
          <code>500</code> A fault in the server
        </dt>
        <dd>
          Nothing of the request was stored. Its id is in the log. <code>urn:verbatim:problem:fault</code>
        </dd>
      </div>
    </dl>
  </Section>
)

/** What answers hold, each shape once. */
export const Shapes = ({ schemas }: { readonly schemas: OpenApi['components']['schemas'] }) => (
  <Section id="shapes" title="Shapes" lead="What the answers hold.">
    {Object.entries(schemas).map(([name, schema]) => (
      <article key={name} id={shapeId(name)} className={classes.operation} aria-labelledby={`${shapeId(name)}-name`}>
        <h3 id={`${shapeId(name)}-name`} className={classes.address}>
          <a href={`#${shapeId(name)}`}>{name}</a>
        </h3>
        {schema.description !== undefined && <p className={classes.summary}>{schema.description}</p>}
        {schema.properties === undefined ? (
          <p>
            <TypeWords schema={schema} />
          </p>
        ) : (
          <FieldList fields={fieldsOf(schema)} />
        )}
        {schema.examples?.[0] !== undefined && (
          <details className={classes.example}>
            <summary>An example</summary>
            <pre className={classes.code}>{JSON.stringify(schema.examples[0], null, 2)}</pre>
          </details>
        )}
      </article>
    ))}
  </Section>
)
