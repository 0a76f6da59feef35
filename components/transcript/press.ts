import type { Press } from './keys'

const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], form'
/** What stands over the page keeps its keys to itself. */
const windows = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]'
const controls = 'a[href], button, summary, [role="button"], [role="menuitem"], [role="tab"], [role="checkbox"]'

const focusOf = (target: EventTarget | null): Press['focus'] => {
  if (!(target instanceof Element)) return 'page'
  if (target.closest(windows)) return 'window'
  if (target.closest(fields)) return 'field'
  return target.closest(controls) ? 'control' : 'page'
}

/**
 * The letter of a key: what it types. Where that is a letter of another script, as on a Greek or Russian keyboard, the
 * Latin one that stands on the same key.
 */
export const letterOf = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key) && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key

/** A press of a key, as the tables of keys know it. */
export const pressOf = (event: KeyboardEvent): Press => ({
  key: letterOf(event),
  shift: event.shiftKey,
  ctrl: event.ctrlKey || event.metaKey,
  // AltGr types signs; the letters under it are nobody's.
  alt: event.altKey || (event.getModifierState('AltGraph') && /^\p{L}$/u.test(event.key)),
  repeat: event.repeat,
  focus: focusOf(event.target),
})
