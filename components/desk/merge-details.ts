/**
 * What becomes of details that were typed over `before` while others made `theirs` of it: fields that were left alone
 * take what is there now; `clashing` are those that both changed, where what was typed stays.
 */
export const mergeDetails = <V extends Readonly<Record<string, string>>>(
  before: V,
  typed: V,
  theirs: V,
): { readonly values: V; readonly clashing: readonly (keyof V & string)[] } => {
  const fields = Object.keys(before) as (keyof V & string)[]
  const untouched = fields.filter((field) => typed[field] === before[field])
  return {
    values: { ...typed, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) },
    clashing: fields.filter(
      (field) => !untouched.includes(field) && theirs[field] !== before[field] && theirs[field] !== typed[field],
    ),
  }
}
