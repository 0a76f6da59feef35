import type { ExportFormat } from './format'

/** Everything as the API gives it, in one JSON document that says what it is. Annotations follow one a line. */
export const json: ExportFormat = {
  name: 'json',
  label: 'JSON',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  *write({ transcript, revision, annotations, signOffs, exportedAt, address }) {
    const head = { format: 'verbatim', version: 1, exportedAt, address, transcript, revision, signOffs }
    yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "annotations": [`
    for (const [index, annotation] of annotations.entries()) {
      yield `${index === 0 ? '\n' : ',\n'}  ${JSON.stringify({ ...annotation, address: `${address}#${annotation.id}` })}`
    }
    yield annotations.length === 0 ? ']\n}\n' : '\n ]\n}\n'
  },
}
