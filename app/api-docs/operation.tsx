import { Fragment, type ReactNode } from 'react'
import type { Operation } from '@/lib/server/openapi/operation'
import type { JsonSchema } from '@/lib/server/openapi/schemas'
import classes from './reference.module.css'
import { FieldList, fieldsOf, TypeWords } from './schema'

type Props = { readonly verb: string; readonly path: string; readonly operation: Operation; readonly server: string }

const places = { path: 'in the address', query: 'in the query', header: 'header' } as const

const quoted = (words: string) => `'${words.replaceAll("'", "'\\''")}'`

/** How somebody would ask for it, with a token in $TOKEN. */
const curl = ({ verb, path, operation, server }: Props): string => {
  const { requestBody, parameters } = operation
  const body = requestBody?.content['application/json']?.example
  const more = [
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(parameters.some(({ name }) => name === 'If-Match') ? [`-H 'If-Match: "3"'`] : []),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`]),
  ]
  return [`curl -X ${verb.toUpperCase()} ${quoted(server + path)}`, ...more].join(' \\\n  ')
}

type Answer = { readonly $ref?: string; readonly description?: string; readonly content?: Operation['responses'] }

const Answers = ({ responses }: Pick<Operation, 'responses'>): ReactNode => {
  const all = Object.entries(responses) as [string, Answer][]
  const refused = all.filter(([, { $ref }]) => $ref !== undefined)
  return (
    <p className={classes.answers}>
      {all
        .filter(([, { $ref }]) => $ref === undefined)
        .map(([status, { description, content = {} }]) => (
          <Fragment key={status}>
            <strong>{status}</strong> {description}{' '}
            {Object.entries(content).map(([type, held]) => (
              <Fragment key={type}>
                {type === 'application/json' ? (
                  <TypeWords schema={(held as { schema: JsonSchema }).schema} />
                ) : (
                  <code>{type}</code>
                )}{' '}
              </Fragment>
            ))}
          </Fragment>
        ))}
      <span className={classes.refused}>
        Refused with{' '}
        {refused.map(([status, { $ref = '' }], at) => (
          <Fragment key={status}>
            {at > 0 && ', '}
            <a href={`#problem-${$ref.split('/').at(-1)}`}>{status}</a>
          </Fragment>
        ))}
        .
      </span>
    </p>
  )
}

/** One verb of one address: what it does, who may, what it takes, how to ask, and what it answers. */
export const OperationPart = (props: Props) => {
  const { verb, path, operation } = props
  const { requestBody, parameters, security } = operation
  const content = requestBody?.content['multipart/form-data'] ?? requestBody?.content['application/json']
  const beside = parameters.map(({ in: at, ...parameter }) => ({ ...parameter, at: places[at] }))
  const fields = [...beside, ...(content === undefined ? [] : fieldsOf(content.schema, 'in the body'))]
  const withToken = security.some((way) => 'token' in way) || security.length === 0
  return (
    <article id={operation.operationId} className={classes.operation} aria-labelledby={`${operation.operationId}-name`}>
      <h3 id={`${operation.operationId}-name`} className={classes.address}>
        <a href={`#${operation.operationId}`}>
          <span className={classes.verb}>{verb.toUpperCase()}</span> <code>{path}</code>
        </a>
      </h3>
      <p className={classes.summary}>{operation.summary}</p>
      <p className={classes.may}>{operation['x-may']}</p>
      {fields.length > 0 && <FieldList fields={fields} />}
      {withToken && <pre className={classes.code}>{curl(props)}</pre>}
      <Answers responses={operation.responses} />
    </article>
  )
}
