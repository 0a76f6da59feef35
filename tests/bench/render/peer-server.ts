import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { builtFiles } from '@/lib/server/built-files'
import { pack } from '@/lib/server/pack'
import { freePort } from '@/lib/server/postgres'
import { onStop } from '@/lib/server/stop'
import { transcriptHtml } from '@/lib/transcript/html'
import type { Seeded } from './seed'

/** A mark as the peer's page is given it. */
export type PeerMark = Seeded['marks'][number]

/** The peer's script and styles, built as small as they get into a folder that is gone after `stopAll`. */
const buildPage = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-peer-'))
  onStop(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    entryPoints: [join(import.meta.dirname, 'peer-page.ts')],
    outfile: join(folder, 'peer.js'),
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2023', logLevel: 'error' },
  })
  return {
    folder,
    styles: `${readFileSync('components/transcript/reading.css', 'utf8')}${readFileSync(join(folder, 'peer.css'), 'utf8')}`,
  }
}

const page = (path: string, { text, turns }: Seeded, styles: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Peer</title>
<link rel="preload" as="fetch" href="${path}/marks.json" crossorigin><script type="module" src="/_next/static/peer.js"></script>
<style>:root{--measure:680px;--serif:Georgia,serif;--sans:sans-serif;--ink:#222;--soft:#666}body{margin:0}main{max-width:680px;margin:60px auto 120px}
${styles}</style></head>
<body><main class="reading"><article>${transcriptHtml({ text, turns })}</article></main></body></html>`

/**
 * Serves the peer's page for each text at `/<id>`, from memory, packed as our own server packs its answers. Gives its
 * address. Nothing of it is in the product.
 */
export const servePeer = async (texts: readonly Seeded[]): Promise<string> => {
  const { folder, styles } = await buildPage()
  const answerFile = await builtFiles(folder)
  const files = new Map<string, readonly [type: string, body: string | Buffer]>()
  for (const seeded of texts) {
    files.set(`/${seeded.id}`, ['text/html; charset=utf-8', page(`/${seeded.id}`, seeded, styles)])
    files.set(`/${seeded.id}/marks.json`, ['application/json', JSON.stringify(seeded.marks)])
  }
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', '']
    response.setHeader('Content-Type', type)
    const [asked, answer] = [request, response] as unknown as Parameters<typeof pack>
    const onward = () => pack(asked, answer, () => void response.end(body))
    if (!answerFile(request, response, onward)) onward()
  })
  const port = await freePort()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  onStop(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${port}`
}
