import localFont from 'next/font/local'

// The letters that nearly every page begins with, asked for with the page itself: words are not drawn twice, and no font of the
// system is looked up for them. Other scripts and italics come when they are met, see app/layout.tsx.

/** For the text of a transcript, and titles. */
export const serif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  variable: '--serif-latin',
  weight: '200 900',
  adjustFontFallback: false,
})

/** For everything else. */
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--sans-latin',
  weight: '100 900',
  adjustFontFallback: false,
})
