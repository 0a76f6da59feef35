import {
  type BadgeProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  defaultVariantColorsResolver,
  type InputProps,
  type InputWrapperProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type NotificationProps,
  type TableProps,
} from '@mantine/core'

/** What a component begins with. Its own `extend` says the same, but brings the component itself into every page. */
type Given<P> = {
  readonly defaultProps?: Partial<P>
  readonly vars?: (theme: unknown, props: P) => Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
}
const given = <P>(its: Given<P>): Given<P> => its

// Ten shades of one colour: colours.css decides what it is in light and dark.
const one = (name: string): MantineColorsTuple => {
  const value = `var(--${name})`
  return [value, value, value, value, value, value, value, value, value, value]
}

// From the panel towards the ink, for light; from the ink towards the page, for dark.
const steps = (...names: readonly string[]) => names.map((name) => `var(--${name})`) as unknown as MantineColorsTuple

/** The colours a component may be given by name, and the ink that stands on each when it is filled. */
const named = {
  accent: { colour: 'accent', on: 'on-accent' },
  ink: { colour: 'float', on: 'on-float' },
  red: { colour: 'danger', on: 'on-accent' },
  green: { colour: 'good', on: 'on-accent' },
} as const

const close = { 'aria-label': 'Close' }

/** The head of a window is no second head of the page. */
const quietHeader = { header: { role: 'presentation' } }

/** The element that menus open in: a landmark of its own, so that nothing on a page stands outside of them. */
export const menusId = 'menus'
/** For what a field offers: it opens where menus do, as all of a page stands in its landmarks. */
export const inMenus = { portalProps: { target: `#${menusId}` } }

/** Mantine in the desk's type, sizes and colours. Colours to name: `accent` (the default), `ink`, `red`, `green`, `gray`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: {
    ...Object.fromEntries(Object.entries(named).map(([name, { colour }]) => [name, one(colour)])),
    gray: steps('raise', 'raise', 'line', 'line', 'field-line', 'soft', 'soft', 'soft', 'ink', 'ink'),
    dark: steps('ink', 'ink', 'soft', 'soft', 'line', 'raise', 'panel', 'page', 'page', 'page'),
  },
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input)
    if (input.variant !== 'filled') return resolved
    const { on } = named[(input.color ?? 'accent') as keyof typeof named] ?? named.accent
    return { ...resolved, color: `var(--${on})` }
  },
  fontFamily: 'var(--sans)',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.5', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: 'var(--serif)',
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.25rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
    },
  },
  breakpoints: { xs: '30em', sm: '47.5em', md: '62.5em', lg: '75em', xl: '90em' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '9px', xl: '2rem' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'var(--float-shadow)',
    md: 'var(--float-shadow)',
    lg: 'var(--float-shadow)',
    xl: 'var(--float-shadow)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: given<ButtonProps>({
      vars: (_, { size }) => ({
        root:
          size === undefined || size === 'sm' ? { '--button-height': '2rem', '--button-padding-x': '0.8125rem' } : {},
      }),
    }),
    Checkbox: given<object>({ vars: () => ({ root: { '--checkbox-icon-color': 'var(--on-accent)' } }) }),
    Input: given<InputProps>({
      vars: (_, { size }) => ({
        wrapper: size === undefined || size === 'sm' ? { '--input-height': '2.125rem' } : {},
      }),
    }),
    // Most forms want all of their fields; where some may stay empty, a form asks for asterisks itself.
    InputWrapper: given<InputWrapperProps>({ defaultProps: { withAsterisk: false } }),
    Badge: given<BadgeProps>({ defaultProps: { tt: 'none', variant: 'light', fw: 600 } }),
    Menu: given<MenuProps>({
      defaultProps: {
        position: 'bottom-end',
        withInitialFocusPlaceholder: false,
        portalProps: { target: `#${menusId}` },
      },
    }),
    Modal: given<ModalProps>({
      defaultProps: {
        padding: 'lg',
        closeButtonProps: close,
        attributes: quietHeader,
        overlayProps: { backgroundOpacity: 0.4 },
      },
    }),
    Drawer: given<DrawerProps>({ defaultProps: { closeButtonProps: close, attributes: quietHeader } }),
    Notification: given<NotificationProps>({ defaultProps: { closeButtonProps: close } }),
    Table: given<TableProps>({ defaultProps: { verticalSpacing: 10, horizontalSpacing: 12 } }),
  },
})

/** What Mantine works out from its own palette, taken from colours.css instead; the same names hold in both themes. */
export const cssVariables: CSSVariablesResolver = () => {
  const values: Record<string, string> = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-success': 'var(--good)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--raise)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--button-line)',
    '--mantine-color-disabled': 'var(--raise)',
    '--mantine-color-disabled-color': 'var(--soft)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  }
  // Quiet buttons: ink on whatever is below.
  values['--mantine-color-gray-light'] = 'var(--raise)'
  values['--mantine-color-gray-light-hover'] = 'var(--raise)'
  values['--mantine-color-gray-light-color'] = 'var(--ink)'
  values['--mantine-color-gray-text'] = 'var(--soft)'
  values['--mantine-color-gray-outline'] = 'var(--soft)'
  for (const [name, { colour }] of Object.entries(named)) {
    const value = `var(--${colour})`
    const tint = (share: number) => `color-mix(in srgb, ${value} ${share}%, var(--panel))`
    values[`--mantine-color-${name}-text`] = value
    values[`--mantine-color-${name}-filled`] = value
    values[`--mantine-color-${name}-filled-hover`] = `color-mix(in srgb, ${value} 86%, var(--page))`
    values[`--mantine-color-${name}-light`] = name === 'accent' ? 'var(--accent-tint)' : tint(12)
    values[`--mantine-color-${name}-light-hover`] = tint(18)
    values[`--mantine-color-${name}-light-color`] = value
    values[`--mantine-color-${name}-outline`] = value
    values[`--mantine-color-${name}-outline-hover`] = tint(6)
  }
  return { variables: {}, light: values, dark: values }
}
