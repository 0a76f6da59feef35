import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The kinds of files that a build makes for browsers; what is none of them is Next's to answer. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}
/** Files that are packed already. */
const packed = ['.woff2']

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: promisify(gzip),
  identity: async (bytes: Buffer) => bytes,
} as const
type Packing = keyof typeof packers

const packingOf = (accepted: string): Packing =>
  (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  ) ?? 'identity'

/**
 * Answers for the files of a build, which stand in `folder`, each packed once and kept: they are some megabytes, every first
 * visit asks for two dozen of them at once, and its page is not painted before the styles among them are there. Gives false
 * for what is none of them; calls `otherwise` for one that is gone.
 */
export const builtFiles = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  // Only what was found in the folder is ever read, so no address leads out of it.
  const files = new Map(
    entries
      .filter((name) => extname(name) in types)
      .map((name) => [`/_next/static/${name.split(sep).join('/')}`, join(folder, name)]),
  )
  const kept = new Map<string, Promise<Buffer>>()
  const bytesOf = (path: string, packing: Packing): Promise<Buffer> => {
    const key = `${packing} ${path}`
    const known = kept.get(key)
    if (known) return known
    const made = readFile(path).then(packers[packing])
    kept.set(key, made)
    return made
  }

  return (request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean => {
    const path = files.get(request.url?.split('?')[0] ?? '')
    if (path === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const kind = extname(path)
    const packing = packed.includes(kind) ? 'identity' : packingOf(String(request.headers['accept-encoding'] ?? ''))
    void bytesOf(path, packing).then(
      (bytes) => {
        response.setHeader('Content-Type', types[kind] ?? '')
        // Its name changes with what is in it.
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
        response.setHeader('Vary', 'Accept-Encoding')
        response.setHeader('Content-Length', bytes.length)
        if (packing !== 'identity') response.setHeader('Content-Encoding', packing)
        response.end(request.method === 'HEAD' ? undefined : bytes)
      },
      // Built anew while the server ran: Next knows what to say of a file that is gone.
      otherwise,
    )
    return true
  }
}
