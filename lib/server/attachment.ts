/** A file to keep: a name in ASCII for old readers beside the real one (RFC 6266), and its content, piece by piece. */
export const attachment = (
  name: string,
  mediaType: string,
  content: string | Iterable<string | Uint8Array>,
): Response => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(streamOf(typeof content === 'string' ? [content] : content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}

// Pieces are gathered to this many characters: thousands of tiny chunks would cost more than the text.
const chunk = 64 * 1024

const streamOf = (content: Iterable<string | Uint8Array>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const pieces = content[Symbol.iterator]()
  return new ReadableStream({
    pull: (controller) => {
      let gathered = ''
      while (gathered.length < chunk) {
        const next = pieces.next()
        if (next.done) {
          if (gathered !== '') controller.enqueue(encoder.encode(gathered))
          return controller.close()
        }
        if (typeof next.value !== 'string') {
          if (gathered !== '') controller.enqueue(encoder.encode(gathered))
          return controller.enqueue(next.value)
        }
        gathered += next.value
      }
      controller.enqueue(encoder.encode(gathered))
    },
  })
}
