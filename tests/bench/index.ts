import { anchors } from './anchors'
import { api } from './api'
import { corrections } from './corrections'
import type { Benchmark } from './measure'
import { render } from './render'
import { line, table } from './table'
import { versions } from './versions'

/** Every benchmark there is. */
const benchmarks: readonly Benchmark[] = [render, api, anchors, corrections, versions]

/** Runs the named benchmarks, or all of them, and prints their rows. Answers with the exit code. */
export const bench = async (args: readonly string[], print: (text: string) => void): Promise<number> => {
  const json = args.includes('--json')
  const names = args.filter((argument) => argument !== '--json')
  const known = benchmarks.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}". There is ${known.join(', ')}.`)
    return 2
  }
  for (const benchmark of benchmarks.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.error(`Measuring ${benchmark.name} (${benchmark.about}) …`)
    const rows = await benchmark.run((progress) => console.error(`  ${progress}`))
    print(json ? rows.map(line).join('') : table(rows))
  }
  return 0
}
