import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { roomOf, rooms } from './floors/rooms'
import { nodesOf, pathsIn, readSources, type Source } from './floors/sources'

const sources = readSources()
const tested = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/')

describe('who may import whom', () => {
  it('every file stands in a room of the house', () => {
    const homeless = sources.filter((source) => roomOf(source.path) === null)
    expect(homeless.map(({ path }) => `${path} stands in no room of tests/floors/rooms.ts`)).toEqual([])
  })

  it('rooms import only rooms below them', () => {
    const wrong = sources.flatMap((source) => {
      const room = roomOf(source.path) ?? ''
      return source.ours.flatMap((path) => {
        const other = roomOf(path)
        if (other === room || (other !== null && rooms[room]?.mayImport.includes(other))) return []
        return [`${source.path} imports ${path}: ${room} may not know ${other ?? 'a room that is not there'}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('the table is written from the lowest floor up, so that it has no circle', () => {
    const order = Object.keys(rooms)
    const up = order.flatMap((room, at) =>
      (rooms[room]?.mayImport ?? [])
        .filter((other) => order.indexOf(other) >= at || !order.includes(other))
        .map((other) => `${room} may not import ${other}, which stands beside or above it`),
    )
    expect(up).toEqual([])
  })

  it('packages stay on the floors that may know them', () => {
    const wrong = sources.flatMap((source) => {
      const room = roomOf(source.path) ?? ''
      const not = rooms[room]?.not ?? []
      return source.packages
        .filter((name) => not.some((pattern) => pattern.test(name)))
        .map((name) => `${source.path} imports ${name}, which ${room} may not know`)
    })
    expect(wrong).toEqual([])
  })

  it('no file imports itself round a circle', () => {
    expect(circles(sources)).toEqual([])
  })
})

describe('sizes', () => {
  const longest = (path: string) => {
    if (/^app\/.*\/route\.tsx?$/.test(path)) return 20
    return /^app\/.*(page|layout)\.tsx$/.test(path) ? 60 : 300
  }

  it('no code file is longer than 300 lines, no route than 20, no page than 60', () => {
    const long = sources.filter(({ path, lines }) => lines > longest(path))
    expect(
      long.map(({ path, lines }) => `${path} has ${lines} lines, of ${longest(path)}: look for two ideas`),
    ).toEqual([])
  })

  it('folders are at most four deep outside app', () => {
    const paths = ['components', 'lib', 'prisma', 'scripts', 'tests'].flatMap(pathsIn)
    expect(paths.filter((path) => path.split('/').length > 4)).toEqual([])
  })
})

describe('words', () => {
  const empty = /^(utils?|helpers?|common|managers?|bases?|services?)$/i

  it('files are named in kebab-case, after what they export', () => {
    const named = sources.filter(({ path }) => !path.startsWith('app/'))
    expect(named.map(({ path }) => path).filter((path) => !/^[a-z0-9./-]+$/.test(path))).toEqual([])
  })

  it('no file, folder, type, class or function is a util, helper, manager, service, base or common', () => {
    const inPaths = sources.filter(({ path }) => path.split(/[/.-]/).some((word) => empty.test(word)))
    const inCode = sources
      .filter(({ path }) => /\.tsx?$/.test(path))
      .flatMap((source) =>
        declaredIn(source)
          .filter((name) => name.split(/(?=[A-Z])|_/).some((word) => empty.test(word)))
          .map((name) => `${source.path}: ${name} says too little`),
      )
    expect([...inPaths.map(({ path }) => `${path}: the name says too little`), ...inCode]).toEqual([])
  })

  it('any is written at most three times', () => {
    const typescript = sources.filter(({ path }) => /\.tsx?$/.test(path))
    const uses = typescript.flatMap((source) =>
      nodesOf(source).flatMap((node) => (node.kind === ts.SyntaxKind.AnyKeyword ? [whereIs(source, node)] : [])),
    )
    expect(uses.length, `any stands at ${uses.join(', ')}`).toBeLessThanOrEqual(3)
  })
})

describe('colours', () => {
  const literal = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w-])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/i
  const named = /:\s*(white|black|gr[ae]y|red|green|blue|yellow|orange|purple)\s*(;|!|$)/im
  // An exported page stands alone, without the desk's style sheet.
  const allowed = /^components\/ui\/colours\.css$|^lib\/export\/html/

  it('stand in components/ui/colours.css only', () => {
    const drawn = sources.filter(
      ({ path }) => /^(app|components|lib)\//.test(path) && !tested(path) && !allowed.test(path),
    )
    const wrong = drawn.flatMap((source) => {
      if (source.path.endsWith('.css')) {
        const css = source.text.replace(/\/\*[\s\S]*?\*\//g, '')
        const found = literal.exec(css) ?? named.exec(css)
        return found ? [`${source.path}: ${found[0]}`] : []
      }
      return nodesOf(source)
        .filter(
          (node) => ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node),
        )
        .filter((node) => literal.test(node.getText()))
        .map((node) => `${whereIs(source, node)}: ${node.getText()}`)
    })
    expect(wrong).toEqual([])
  })
})

/** `path:line` of a node. */
function whereIs(source: Source, node: ts.Node): string {
  return `${source.path}:${source.text.slice(0, node.getStart()).split('\n').length}`
}

/** The names of the types, classes, functions and values that a file declares at its top. */
function declaredIn(source: Source): readonly string[] {
  return nodesOf(source).flatMap((node) => {
    if (ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent)) return [node.name.getText()]
    const declares =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isInterfaceDeclaration(node)
    return declares && node.name ? [node.name.text] : []
  })
}

/** Each circle of imports once, as `a -> b -> a`. */
function circles(files: readonly Source[]): readonly string[] {
  const byName = new Map(files.map((file) => [file.path.replace(/\.\w+$/, ''), file]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name)
    if (at !== -1) found.push([...path.slice(at), name].join(' -> '))
    if (at !== -1 || done.has(name)) return
    for (const next of byName.get(name)?.ours ?? []) walk(next, [...path, name])
    done.add(name)
  }
  for (const name of byName.keys()) walk(name, [])
  return found
}
