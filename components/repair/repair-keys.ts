/** What a key does in the repair queue: a number chooses that place, from 0. */
export type RepairCommand = 'attach' | 'archive' | 'leave' | 'back' | 'undo' | number

const commands: Readonly<Record<string, RepairCommand>> = {
  ...{ a: 'attach', e: 'archive', l: 'leave', j: 'leave', k: 'back', z: 'undo' },
}

/** What a press means, or null where it is not ours. `isFree`: the focus is on nothing that has a use for Enter itself. */
export const repairCommand = (key: string, isFree: boolean, singleKeys: boolean): RepairCommand | null => {
  const name = key.toLowerCase()
  if (name === 'enter') return isFree ? 'attach' : null
  if (!singleKeys) return null
  return /^[1-9]$/.test(name) ? Number(name) - 1 : (commands[name] ?? null)
}
