import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tagColours } from '@/lib/annotation/tag-colours'

/** Relative luminance of a colour such as #6b6760 (WCAG 2.2). */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const css = readFileSync('components/ui/colours.css', 'utf8')
const [light = '', dark = ''] = css.split('@media screen')
const valueIn = (part: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part)?.[1] ?? 'none'

describe('the colours of tags', () => {
  const cases = tagColours.flatMap((colour) =>
    ['panel', 'page', 'accent-tint'].map((ground) => [colour, ground] as const),
  )
  it.each(cases)('%s stands out from %s, light and dark', (colour, ground) => {
    for (const part of [light, dark]) {
      expect(contrast(valueIn(part, `tag-${colour}`), valueIn(part, ground))).toBeGreaterThanOrEqual(3)
    }
  })
})
