import { fromBufferPromise, type ZipFile } from 'yauzl'
import { AppError } from '@/lib/errors'
import type { Watch } from '../format'
import { grouped } from '../notes'
import { heed } from '../pace'

/** The most a zip file may hold: files in it, and bytes of those that are read, inflated. */
export const maxEntries = 5_000
export const maxInflated = 256 * 1024 * 1024

/** The files of a zip that were asked for, by their names, each as bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>

const tooLarge = (name: string, part: string) =>
  new AppError(
    'too-large',
    `${name} unpacks to more than ${grouped(maxInflated / 1024 / 1024)} MB (in ${part}); no document of words does. It was not read.`,
  )

const readAll = async (zip: ZipFile, name: string, wanted: (part: string) => boolean, watch: Watch): Promise<Parts> => {
  const parts = new Map<string, Uint8Array>()
  if (zip.entryCount > maxEntries)
    throw new AppError(
      'too-large',
      `${name} holds ${grouped(zip.entryCount)} files; ${grouped(maxEntries)} is the most that is read. Save the document again in Word.`,
    )
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const part = entry.fileName
    if (!wanted(part)) continue
    if (parts.has(part))
      throw new AppError('invalid', `${name} holds ${part} twice, which Word never writes. Save it again in Word.`)
    if (entry.isEncrypted())
      throw new AppError('unsupported', `${name} is locked with a password. Take it off and import the file again.`)
    if (total + entry.uncompressedSize > maxInflated) throw tooLarge(name, part)
    const chunks: Uint8Array[] = []
    // What the directory says is checked first; what really comes out is counted too.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      heed(watch)
      total += chunk.length
      if (total > maxInflated) throw tooLarge(name, part)
      chunks.push(chunk)
    }
    parts.set(part, Buffer.concat(chunks))
  }
  return parts
}

/**
 * Unpacks those files of a zip that are wanted, and nothing else; a zip inside the zip stays shut. Throws AppError for a
 * broken zip and for one that would unpack to more than `maxInflated`, by what it declares and by what comes out.
 */
export const unzip = async (
  name: string,
  bytes: Uint8Array,
  wanted: (part: string) => boolean,
  watch: Watch,
): Promise<Parts> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    })
    return await readAll(zip, name, wanted, watch)
  } catch (error) {
    if (error instanceof AppError || watch.signal?.aborted) throw error
    const said = error instanceof Error ? error.message.split('\n')[0] : ''
    throw new AppError(
      'invalid',
      `${name} is a broken zip file (${said}). If it came by mail or download, get it again; else open it in Word and save it anew.`,
    )
  }
}
