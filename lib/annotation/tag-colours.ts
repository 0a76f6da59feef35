/** The colours a tag can have, by name; what they look like, light and dark, stands with the desk's colours. */
export const tagColours = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export type TagColour = (typeof tagColours)[number]
