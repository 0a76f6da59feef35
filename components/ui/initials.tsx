import classes from './initials.module.css'

const hues = 6

// The same person has the same colour everywhere: a sum over the id, which says nothing else about them.
const hueOf = (id: string) => {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return (sum % hues) + 1
}

const initials = (name: string) => {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}

type Props = { readonly id: string; readonly name: string; readonly size?: number }

/**
 * A person as a small disc with their initials. Say the name beside it or in a label: the disc itself is silent, its
 * letters are drawn by the style sheet and are part of no name.
 */
export const Initials = ({ id, name, size = 26 }: Props) => (
  <span
    aria-hidden="true"
    data-letters={initials(name)}
    className={classes.disc}
    style={{ width: size, height: size, fontSize: size * 0.42, background: `var(--person-${hueOf(id)})` }}
  />
)
