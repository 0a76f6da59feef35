import { AppError } from '@/lib/errors'
import type { Watch } from '../format'
import { type Part, readXml } from './xml'
import type { Parts } from './zip'

/** A Word document as its parts: the main one, and those it refers to by the last word of their relation's type. */
export type Package = {
  readonly main: Part
  readonly related: (type: string) => Part | undefined
  readonly all: (type: string) => readonly Part[]
  readonly at: (path: string) => Part | undefined
}

/** Which files of the zip hold words, or say which of them do. Pictures, fonts, charts and embedded files stay packed. */
export const holdsWords = (path: string): boolean =>
  /\.(?:xml|rels)$/i.test(path) &&
  !/(?:^|\/)(?:theme|charts|diagrams|embeddings|media|glossary|customXml)\//i.test(path)

type Relation = { readonly type: string; readonly target: string }

const directory = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** Finds the main part and what belongs to it. Throws AppError where the zip holds no Word document. */
export const openPackage = async (document: string, parts: Parts, watch: Watch): Promise<Package> => {
  const at = (path: string): Part | undefined => {
    const bytes = parts.get(path)
    return bytes && { document, path, bytes }
  }
  const relations = async (path: string): Promise<Relation[]> => {
    const part = at(path)
    const found: Relation[] = []
    const open = (name: string, attribute: (name: string) => string | undefined) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const type = attribute('Type') ?? ''
      found.push({ type: type.slice(type.lastIndexOf('/') + 1), target: attribute('Target') ?? '' })
    }
    if (part) await readXml(part, { open, close: () => undefined, text: () => undefined }, watch)
    return found
  }
  const resolve = (base: string, target: string) =>
    target.startsWith('/') ? target.slice(1) : `${base}${target.replace(/^(?:\.\/)+/, '')}`

  const top = await relations('_rels/.rels')
  const target = top.find(({ type }) => type === 'officeDocument')?.target
  const main = at(target === undefined ? '' : resolve('', target)) ?? at('word/document.xml')
  if (!main)
    throw new AppError(
      'unsupported',
      `${document} is a zip archive without a Word document in it (word/document.xml is missing). If it is a document of another program, save it as .docx there.`,
    )
  const base = directory(main.path)
  const own = await relations(`${base}_rels/${main.path.slice(base.length)}.rels`)
  const all = (type: string) =>
    own.flatMap((relation) => (relation.type === type ? (at(resolve(base, relation.target)) ?? []) : []))
  return { main, at, all, related: (type) => all(type)[0] ?? at(`${base}${type}.xml`) }
}
