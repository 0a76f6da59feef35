/** A size for people: "812 bytes", "34 kB", "1.9 MB". */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
