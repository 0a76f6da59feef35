import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/** A file of ours: its path from the top of the repository, its text, and what it imports. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Paths of our own files, without ending. */
  readonly ours: readonly string[]
  /** Names of packages as they are imported, `next/server`, `node:fs`. */
  readonly packages: readonly string[]
}

const top = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const skipped = /(^|\/)(generated|migrations|fixtures|test-results|node_modules)$/
const code = /\.(ts|tsx|mts|js|jsx|mjs|cjs|css)$/

/** Every path below a folder, in name order. */
export const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) return [path]
      return skipped.test(path) ? [] : pathsIn(path)
    })

const withoutEnding = (path: string) => path.replace(/\.(tsx?|mts|jsx?|mjs|cjs)$/, '')

const importsOf = (path: string, text: string) =>
  path.endsWith('.css') ? [] : ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)

const read = (path: string): Source => {
  const text = readFileSync(path, 'utf8')
  const imports = importsOf(path, text)
  const own = (name: string) => name.startsWith('.') || name.startsWith('@/')
  const place = (name: string) =>
    name.startsWith('@/') ? name.slice(2) : posix.normalize(posix.join(posix.dirname(path), name))
  return {
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    ours: imports.filter(own).map((name) => withoutEnding(place(name))),
    packages: imports.filter((name) => !own(name)),
  }
}

/** Every code file of the repository, generated ones left out. */
export const readSources = (): readonly Source[] => {
  const loose = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = [...loose.map((entry) => entry.name), ...top.flatMap(pathsIn)]
  return paths.filter((path) => code.test(path) && path !== 'next-env.d.ts').map(read)
}

/** The parsed syntax tree of a TypeScript file, and each node of it in order. */
export const nodesOf = (source: Source): readonly ts.Node[] => {
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind))
  return nodes
}
