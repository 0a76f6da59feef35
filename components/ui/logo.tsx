/** The desk's mark: four lines of text, the last one ticked. */
export const Mark = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
    <path d="M1.5 4h16M1.5 8h16M1.5 12h8M1.5 16h5" stroke="var(--ink)" strokeWidth="1.8" strokeLinecap="round" />
    <path
      d="m11 14 2.6 2.6 5-5.4"
      stroke="var(--accent)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

/** The mark with the name beside it. */
export const Logo = () => (
  <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, color: 'var(--ink)' }}>
    <Mark />
    <span style={{ fontFamily: 'var(--serif)', fontSize: '1.125rem', fontWeight: 600, letterSpacing: '-0.015em' }}>
      Verbatim
    </span>
  </span>
)
