/** Told once that confirmations and notices are wanted; null once they stand. */
let ask: (() => void) | null = null
let asked = false
let stand = () => {}
const standing = new Promise<void>((done) => {
  stand = done
})

/** Calls for what shows confirmations and notices, which the page fetches when it is first needed. Resolves once it stands. */
export const asidesWanted = (): Promise<void> => {
  asked = true
  ask?.()
  return standing
}

/** Calls `listener` when they are wanted, at once where they already are; gives what ends it. */
export const onAsidesWanted = (listener: () => void): (() => void) => {
  ask = listener
  if (asked) listener()
  return () => {
    ask = null
  }
}

/** Said by them once they listen. */
export const asidesStand = (): void => stand()
