import { AppError } from '@/lib/errors'
import type { Watch } from '../format'
import { grouped } from '../notes'
import { pacer } from '../pace'

/** Reads an attribute of the element that was just opened, by its name with the usual prefix (`w:val`). */
export type Attribute = (name: string) => string | undefined

/** What is told while a part is read, in its order. Names have the prefixes of `prefixes`, whatever the file calls them. */
export type Listener = {
  readonly open: (name: string, attribute: Attribute) => void
  readonly close: (name: string) => void
  readonly text: (words: string) => void
}

/** A file of a package: its name in the zip, for sentences, and its bytes. */
export type Part = { readonly document: string; readonly path: string; readonly bytes: Uint8Array }

/** How deep elements may stand inside one another: thrice what eighty tables within tables need. */
const deepest = 800

const word = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]

/** The prefix each namespace is known by, in both editions of the standard. Elements of others keep their bare name. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ...word.map((uri) => [uri, 'w:'] as const),
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15:'],
  ['http://schemas.microsoft.com/office/word/2018/wordml/cex', 'w16cex:'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
])

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = ({ document, path, bytes }: Part): string => {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new AppError(
      'invalid',
      `${document} is broken: ${path} in it is not UTF-8. Open it in Word and save it anew.`,
    )
  }
}

type Scope = ReadonlyMap<string, string>

/**
 * Reads a part from beginning to end and tells what is in it: a small XML parser for what Office programs write. It
 * knows no DOCTYPE and so no entities, resolves namespaces, keeps no tree and never recurses. Time grows with the length.
 * Throws AppError with the part and the character where it is no XML, or too deep.
 */
export const readXml = async (part: Part, { open, close, text: tell }: Listener, watch: Watch): Promise<void> => {
  const text = decode(part)
  const fault = (at: number, what: string) =>
    new AppError(
      'invalid',
      `${part.document} is broken: ${part.path} ${what} at character ${grouped(at)}. Open it in Word and save it anew.`,
    )
  const plain = (words: string, at: number): string =>
    words.includes('&')
      ? words.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));|&/g, (whole, decimal, hex, name) => {
          if (name !== undefined && Object.hasOwn(references, name)) return references[name] as string
          const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
          const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff)
          if (!allowed || (code >= 0xd800 && code <= 0xdfff)) throw fault(at, `holds a reference (${whole}) to nothing`)
          return String.fromCodePoint(code)
        })
      : words
  const scopes: Scope[] = [new Map()]
  const names: { readonly raw: string; readonly name: string; readonly scope: Scope }[] = []
  const nameIn = (scope: Scope, raw: string, isAttribute: boolean): string => {
    const colon = raw.indexOf(':')
    if (colon === -1 && isAttribute) return raw
    const prefix = prefixes.get(scope.get(colon === -1 ? '' : raw.slice(0, colon)) ?? '')
    return (prefix ?? '') + raw.slice(colon + 1)
  }
  const tag = /<([^\s<>/="'&!?]+)((?:\s[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)?)\/?>/y
  const pair = /(?<=\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  const pace = pacer(watch, text.length, 1_000_000)

  let at = text.startsWith('\uFEFF') ? 1 : 0
  let begun = false
  while (at < text.length) {
    const waits = pace(at)
    if (waits) await waits
    const next = text.indexOf('<', at)
    const end = next === -1 ? text.length : next
    if (end > at && names.length > 0) tell(plain(text.slice(at, end), at))
    else if (end > at && text.slice(at, end).trim() !== '') throw fault(at, 'holds words outside of any element')
    if (next === -1) break
    at = next
    const second = text[at + 1]
    if (second === '/') {
      const stop = text.indexOf('>', at)
      const last = names.pop()
      if (stop === -1 || !last || text.slice(at + 2, stop).trimEnd() !== last.raw)
        throw fault(at, 'closes what is not open')
      close(last.name)
      at = stop + 1
    } else if (second === '?' || text.startsWith('<!--', at)) {
      const stop = text.indexOf(second === '?' ? '?>' : '-->', at + 2)
      if (stop === -1) throw fault(at, 'breaks off')
      at = stop + (second === '?' ? 2 : 3)
    } else if (text.startsWith('<![CDATA[', at) && names.length > 0) {
      const stop = text.indexOf(']]>', at)
      if (stop === -1) throw fault(at, 'breaks off')
      tell(text.slice(at + 9, stop))
      at = stop + 3
    } else if (second === '!') {
      throw fault(at, text.startsWith('<!DOCTYPE', at) ? 'holds a DOCTYPE, which Word never writes,' : 'is not XML')
    } else {
      tag.lastIndex = at
      const found = tag.exec(text)
      if (!found || (names.length === 0 && begun))
        throw fault(at, text.indexOf('>', at) === -1 ? 'breaks off' : 'is not XML')
      const { 0: whole, 1: raw = '' } = found
      const empty = whole.endsWith('/>')
      const inside = found[2] ?? ''
      let scope = names.at(-1)?.scope ?? (scopes[0] as Scope)
      if (inside.includes('xmlns')) {
        const added = new Map(scope)
        for (const [, name = '', double, single] of inside.matchAll(pair)) {
          if (name === 'xmlns' || name.startsWith('xmlns:')) added.set(name.slice(6), plain(double ?? single ?? '', at))
        }
        scope = added
      }
      const here = at
      const name = nameIn(scope, raw, false)
      open(name, (wanted) => {
        const local = wanted.slice(wanted.indexOf(':') + 1)
        if (!inside.includes(local)) return undefined
        for (const [, attribute = '', double, single] of inside.matchAll(pair)) {
          if (nameIn(scope, attribute, true) === wanted) return plain(double ?? single ?? '', here)
        }
        return undefined
      })
      begun = true
      if (empty) close(name)
      else if (names.push({ raw, name, scope }) > deepest) throw fault(at, `is nested more than ${deepest} deep`)
      at += whole.length
    }
  }
  if (names.length > 0) throw fault(text.length, 'breaks off')
  if (!begun) throw fault(0, 'is empty')
}
