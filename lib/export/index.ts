import { csv } from './csv'
import type { ExportFormat } from './format'
import { html } from './html'
import { json } from './json'
import { markdown } from './markdown'

/** Every way to hand a transcript over, in the order they are offered. */
export const exportFormats: readonly ExportFormat[] = [html, markdown, csv, json]

export { fileName } from './file-name'
