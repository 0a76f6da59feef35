import type { Row } from './measure'

const short = (value: number | null): string => {
  if (value === null) return ''
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3)
}

const exact = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)))

/** A row as one line of JSON. */
export const line = (row: Row): string => {
  const { name, unit, ours, peer, peerName, ratio, runs } = row
  return `${JSON.stringify({ name, unit, ours: exact(ours), peer: exact(peer), peerName, ratio: exact(ratio), runs })}\n`
}

/** Rows for people: columns as wide as what stands in them, figures to the right. */
export const table = (rows: readonly Row[]): string => {
  const head = ['', 'unit', 'ours', 'peer', 'ratio', 'runs', 'beside']
  const cells = rows.map((row) => [
    ...[row.name, row.unit, short(row.ours), short(row.peer), row.ratio === null ? '' : `${row.ratio.toFixed(2)}×`],
    ...[String(row.runs), row.peerName ?? ''],
  ])
  const widths = head.map((title, at) => Math.max(...[head, ...cells].map((cell) => (cell[at] ?? title).length)))
  const written = (cell: readonly string[]) =>
    cell
      .map((text, at) => (at >= 2 && at <= 5 ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return `\n${[head, ...cells].map(written).join('\n')}\n\n`
}
