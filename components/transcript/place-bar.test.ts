import { describe, expect, it } from 'vitest'
import { placeBar } from './place-bar'

const bar = { width: 400, height: 36 }
const room = { left: 0, right: 1000, top: 52, bottom: 800 }
const box = (left: number, top: number, width = 100, height = 30) => ({ left, top, width, height })

describe('the place of the selection bar', () => {
  it('is centred below the selection', () =>
    expect(placeBar(box(450, 200), bar, room)).toEqual({ left: 300, top: 238 }))
  it('stays inside on the left', () => expect(placeBar(box(0, 200), bar, room)?.left).toBe(8))
  it('stays inside on the right', () => expect(placeBar(box(950, 200), bar, room)?.left).toBe(592))
  it('is above near the bottom', () => expect(placeBar(box(450, 760), bar, room)?.top).toBe(716))
  it('stands at the bottom edge of a selection that fills the window', () =>
    expect(placeBar(box(0, -500, 600, 2000), bar, room)?.top).toBe(756))
  it('is nowhere when the selection has left at the top', () => expect(placeBar(box(0, -60), bar, room)).toBeNull())
  it('is nowhere when the selection is below the window', () => expect(placeBar(box(0, 900), bar, room)).toBeNull())
  it('starts at the left edge of a window that is too narrow for it', () =>
    expect(placeBar(box(100, 200), bar, { ...room, right: 300 })?.left).toBe(8))
})
