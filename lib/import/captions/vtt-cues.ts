import type { Oddities } from '../notes'
import { type Cue, readTimes } from './cue'

/** One time of WebVTT: `[hours:]mm:ss.ttt`, hours of two digits or more. */
const time = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`
const timing = new RegExp(String.raw`^[ \t\f]*${time}[ \t\f]*-->[ \t\f]*${time}(?!\d)`)

/** What stands in a WebVTT file: what follows `WEBVTT`, the header's lines, the cues, and the NOTEs. */
export type Vtt = {
  readonly heading: string
  readonly header: readonly string[]
  readonly cues: readonly Cue[]
  readonly comments: readonly string[]
}

/** Whether text begins as a WebVTT file has to. */
export const isVtt = (text: string): boolean => /^WEBVTT(?:[ \t\n]|$)/.test(text)

/**
 * The blocks of a WebVTT file, by the parser of the standard (W3C, WebVTT, "WebVTT file parsing"): a block ends at an
 * empty line, or where a line with an arrow begins the next one. Cues that the standard drops for how their times are
 * written are given as `loose`; other words that belong to no cue are told as `stray`. The text begins with its
 * signature and has LF for line ends. Linear.
 */
export const readVtt = (text: string, odd: Oddities): Vtt => {
  const lines = text.split('\n')
  const hasArrow = (at: number) => lines[at]?.includes('-->') ?? false
  const toEnd = (from: number) => {
    let end = from
    while (end < lines.length && lines[end] !== '' && !hasArrow(end)) end += 1
    return end
  }
  const cues: Cue[] = []
  const comments: string[] = []
  let at = toEnd(1)
  const header = lines.slice(1, at)
  while (at < lines.length) {
    const first = at
    const line = lines[at] as string
    if (line !== '' && !hasArrow(at) && hasArrow(at + 1)) at += 1
    const timed = lines[at] as string
    const end = toEnd(at + 1)
    if (line !== '') {
      const payload = lines.slice(at + 1, end).join('\n')
      const times = readTimes(timed) ?? { from: Number.NaN, to: Number.NaN }
      if (timing.test(timed)) cues.push({ ...times, payload, line: first + 1 })
      else if (hasArrow(at)) cues.push({ ...times, payload, line: first + 1, loose: true })
      else if (/^NOTE(?:[ \t]|$)/.test(line)) comments.push([line.slice(4).trim(), payload].filter(Boolean).join('\n'))
      else if (!/^(?:STYLE|REGION)[ \t]*$/.test(line)) odd.add('stray', first + 1, line)
    }
    at = line === '' ? at + 1 : end
  }
  return { heading: (lines[0] as string).slice(6).trim(), header, cues, comments }
}
