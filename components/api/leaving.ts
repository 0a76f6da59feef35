const flushing = new Set<() => Promise<boolean>>()
let isMeant = false

/** Has `flush` called before the page is left on purpose; gives what ends it. */
export const beforeLeaving = (flush: () => Promise<boolean>): (() => void) => {
  flushing.add(flush)
  return () => void flushing.delete(flush)
}

/** Writes down what is typed and not written yet. False where there is no room for it. */
export const flushAll = async (): Promise<boolean> =>
  (await Promise.all([...flushing].map((flush) => flush()))).every(Boolean)

/** Says that whoever leaves was asked already: the browser need not ask again. */
export const meanToLeave = (meant: boolean): void => {
  isMeant = meant
}

export const isMeantToLeave = (): boolean => isMeant
