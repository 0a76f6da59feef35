/**
 * What is typed between a command that opens a form and the moment its first field is there. A form is fetched when it is
 * first needed and its editor takes frames to come, but nobody waits for that: a real field holds the focus meanwhile, so
 * that no letter is lost and none is taken for a key of the page.
 */
type Held = { readonly field: HTMLTextAreaElement; close: () => void; ending: KeyboardEvent | null }

let held: Held | null = null

const fields = 'input, textarea, select, [contenteditable="true"]'

/** The keys that a form answers: they are answered once the words before them are in its field. */
const ends = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))

const onKeyDown = (event: KeyboardEvent) => {
  if (held === null || event.isComposing) return
  if (event.key === 'Escape' && (held.field.value === '' || held.ending !== null)) {
    event.preventDefault()
    const { close } = held
    letTypingGo()
    return close()
  }
  if (ends(event)) held.ending ??= event
  // What comes after the end is for nobody; Tab would lead out of a form that is not there yet.
  if (held.ending !== null || event.key === 'Tab') event.preventDefault()
}

/** Takes the focus until a form's first field asks for what was typed; `close` is what Esc means until then. */
export const holdTyping = (close: () => void): void => {
  if (held === null) {
    // Whoever is writing already goes on where they are.
    if (document.activeElement?.matches(fields)) return
    const field = document.createElement('textarea')
    field.className = 'type-ahead'
    field.setAttribute('aria-label', 'The form is being opened. You can type already.')
    field.addEventListener('keydown', onKeyDown)
    document.body.append(field)
    held = { field, close, ending: null }
  }
  held.close = close
  held.field.focus({ preventScroll: true })
}

/** Ends the holding where no form comes after all. */
export const letTypingGo = (): void => {
  held?.field.remove()
  held = null
}

/**
 * Gives the focus and what was typed so far to the field it was meant for. `focus` gives it the focus and says which
 * element has it; `write` puts words where the caret is. False where nothing was held: the focus is then left alone.
 */
export const handTyping = (focus: () => HTMLElement, write: (words: string) => void): boolean => {
  if (held === null) return false
  const { field, ending } = held
  held = null
  const words = field.value
  const target = focus()
  field.remove()
  if (words !== '') write(words)
  // The form must have heard of the words before it is told to save them.
  if (ending !== null) {
    const { key, code, ctrlKey, metaKey } = ending
    const again = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, bubbles: true, cancelable: true })
    setTimeout(() => target.dispatchEvent(again))
  }
  return true
}

/** Writes words into a plain field, over what is selected in it, as typing does. */
export const writeInto = (field: HTMLInputElement | HTMLTextAreaElement, words: string): void => {
  field.setRangeText(words, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words }))
}
