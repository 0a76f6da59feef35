'use client'
import { useSingleKeys } from '@/components/ui/single-keys'
import styles from './bars.module.css'

/**
 * A key as it stands beside what it does. It is read out only where the key is the thing explained, and not shown where
 * it is a single key and those are off.
 */
export const KeyCap = ({ children, aloud = false }: { readonly children: string; readonly aloud?: boolean }) => {
  const [singleKeys] = useSingleKeys()
  if (!(aloud || singleKeys) && children.length === 1) return null
  return (
    <kbd className={styles.key} aria-hidden={aloud ? undefined : true}>
      {children}
    </kbd>
  )
}
