/** The fields of a form that say something else now than when it was begun. */
export const touchedOf = <T extends object>(begun: T, now: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(begun[name as keyof T])),
  ) as Partial<T>
