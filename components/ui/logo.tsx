/** The desk's mark: lines of text, the last one ticked. */
export const Mark = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
    <path
      d="M1.2 4.4h17.4M1.2 9.6h11.6M1.2 14.8h7.4M11.9 15.1l2.5 2.4 4.4-4.9"
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
    <span
      data-wordmark
      style={{
        fontFamily: 'var(--serif)',
        fontSize: '1.25rem',
        lineHeight: '1.5rem',
        fontWeight: 600,
        letterSpacing: '-0.015em',
      }}
    >
      Verbatim
    </span>
  </span>
)
