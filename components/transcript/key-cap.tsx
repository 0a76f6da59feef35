import styles from './bars.module.css'

/** A key as it stands beside what it does. It is read out only where the key is the thing explained. */
export const KeyCap = ({ children, aloud = false }: { readonly children: string; readonly aloud?: boolean }) => (
  <kbd className={styles.key} aria-hidden={aloud ? undefined : true}>
    {children}
  </kbd>
)
