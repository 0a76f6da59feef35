/** A box in the window, CSS pixels from its top left corner. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The part of the window where a bar may stand. */
export type Room = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const gap = 8
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))

/**
 * Where the bar of a selection stands: centred below it; above it where there is no room below; at the edge of the
 * room where the selection reaches over both; nowhere (null) while the selection is scrolled out of sight.
 */
export const placeBar = (
  selection: Box,
  bar: { readonly width: number; readonly height: number },
  room: Room,
): { readonly left: number; readonly top: number } | null => {
  const bottom = selection.top + selection.height
  if (bottom < room.top || selection.top > room.bottom) return null
  const left = clamp(
    selection.left + selection.width / 2 - bar.width / 2,
    room.left + gap,
    Math.max(room.left + gap, room.right - gap - bar.width),
  )
  const below = bottom + gap
  if (below + bar.height <= room.bottom) return { left, top: Math.max(below, room.top + gap) }
  const above = selection.top - gap - bar.height
  if (above >= room.top) return { left, top: above }
  return { left, top: room.bottom - gap - bar.height }
}
