const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML, between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign])

/** Signs that begin something wherever they stand: code, emphasis, links, tags, tables, footnotes, formulas, addresses. */
const signs = /[\\`*_[\]<|~^$@]|&(?=[#a-zA-Z])|:(?=\/\/)|:(?=[a-z0-9_+-]{1,40}:)|(?<=www)\.|!$/gi

/** A piece of one line as Markdown that renders as the very same characters. */
export const escapeMarkdown = (text: string): string => text.replace(signs, '\\$&')

/** The same for the beginning of a line, where headings, lists, quotes and indented code would begin too. */
export const escapeMarkdownLine = (line: string): string => {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const rest = escapeMarkdown(line.slice(indent.length))
    .replace(/^[#>+=:-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  return indent.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;') + rest
}
