import { AppError } from '@/lib/errors'

/** Reads a body of at most `max` bytes; what is longer is refused before it is held. */
export const readBytes = async (request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> => {
  const tooLarge = () => {
    const size = max < 2 ** 20 ? `${Math.floor(max / 1024)} kB` : `${Math.floor(max / 2 ** 20)} MB`
    return new AppError('too-large', `This is larger than the ${size} that can be taken at once. Nothing was stored.`)
  }
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge()
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const read = await reader?.read()
    if (read === undefined || read.done) break
    length += read.value.length
    if (length > max) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(read.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const readForm = async (bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Record<string, unknown>> => {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new AppError('invalid', 'The form could not be read. Send the file again.')
  })
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form) {
    fields[name] =
      typeof value === 'string'
        ? value
        : { name: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return fields
}

const readJson = (bytes: Uint8Array): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('invalid', 'The body is not JSON in UTF-8.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new AppError('invalid', 'The body is not a JSON object.')
}

/** The fields of a request's body: JSON, or a form whose files become `{ name, mediaType, bytes }`. */
const readBody = async (request: Request, max: number): Promise<Record<string, unknown>> => {
  const bytes = await readBytes(request, max)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type') ?? ''
  if (/^multipart\/form-data\b/i.test(type)) return readForm(bytes, type)
  if (/^application\/json\b/i.test(type)) return readJson(bytes)
  throw new AppError('unsupported', 'Send the body as application/json.')
}

/** The version an edit was made from: the number in `If-Match: "3"`, or nothing. */
const versionIn = (request: Request): { version?: number } => {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers.get('if-match')?.trim() ?? '')
  return match === null ? {} : { version: Number(match[1]) }
}

/** Everything a request says as one object: its body, or its query where it only reads; then If-Match, then the path. */
export const readInput = async (
  request: Request,
  path: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Record<string, unknown>> => {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const said = reads ? Object.fromEntries(new URL(request.url).searchParams) : await readBody(request, maxBytes)
  // A version is an edit's precondition and comes from its header alone.
  const { version: _, ...rest } = said
  return { ...rest, ...versionIn(request), ...path }
}
