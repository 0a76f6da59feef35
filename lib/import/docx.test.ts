import { describe, expect, it } from 'vitest'
import { docx } from './docx'
import { documentFiles, paragraph, partOf, type SampleFile, zipOf } from './docx/sample'

const read = async (files: readonly SampleFile[]) => docx.read({ name: 'call.docx', bytes: zipOf(files) })
const readBody = (body: string, parts?: Readonly<Record<string, string>>) => read(documentFiles(body, parts))
const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
const cell = (...paragraphs: string[]) => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`
const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
const level = (at: number, format: string, words: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`
const numbering = partOf(
  'numbering',
  `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>
   <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uF0B7')}${level(1, 'bullet', 'o')}</w:abstractNum>
   <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
   <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`,
)
const item = (words: string, list: number, at = 0) =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
const styles = partOf(
  'styles',
  `<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>
   <w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>`,
)

describe('the text', () => {
  const bodies: [what: string, body: string, text: string][] = [
    ['has an empty line between paragraphs', paragraph('One.') + paragraph('') + paragraph('Two.'), 'One.\n\nTwo.'],
    [
      'keeps tabs and line breaks',
      `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`,
      'a\tb\nc',
    ],
    ['reads references', paragraph('Ost &amp; Sons &lt;1&gt; caf&#233;&#x1F600;'), 'Ost & Sons <1> café😀'],
    [
      'writes headings with signs of Markdown, by their styles',
      paragraph('The call', '<w:pStyle w:val="T"/>') +
        paragraph('Night', '<w:pStyle w:val="Mine"/>') +
        paragraph('It rang.') +
        paragraph('', '<w:pStyle w:val="H2"/>'),
      '# The call\n\n## Night\n\nIt rang.',
    ],
    [
      'writes the numbers and bullets of lists',
      item('a', 1) +
        item('b', 1, 1) +
        item('c', 1, 1) +
        item('d', 1) +
        item('e', 1, 1) +
        item('f', 2) +
        item('g', 2, 1) +
        item('h', 3),
      '1. a\n\n1.a) b\n\n1.b) c\n\n2. d\n\n2.a) e\n\n• f\n\n◦ g\n\n4. h',
    ],
    [
      'reads tables row by row, tables within tables too',
      table(
        [cell(paragraph('a'), paragraph('b')), cell(), cell(paragraph('c'))],
        [cell(table([cell(paragraph('d')), cell(paragraph('e'))])), cell(paragraph('f'))],
      ),
      'a\nb\t\tc\n\nd\te\tf',
    ],
    [
      'does not run numbers together',
      `<w:p>${run('10')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run(' on the 3')}${run('rd', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
      '10^2 on the 3rd',
    ],
    [
      'takes insertions in and leaves deletions out',
      `<w:p>${run('The ferry ')}<w:ins w:id="1">${run('left')}</w:ins><w:del w:id="2"><w:r><w:delText>sank</w:delText></w:r></w:del>${run('.')}</w:p>`,
      'The ferry left.',
    ],
    [
      'joins paragraphs whose parting was deleted',
      paragraph('The ferry ', '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('left.'),
      'The ferry left.',
    ],
    [
      'leaves out hidden text, set by hand or by style',
      `<w:p>${run('Seen')}${run(' not', '<w:vanish/>')}${run(' nor', '<w:rStyle w:val="Gone"/>')}${run('.', '<w:vanish w:val="0"/>')}</w:p>`,
      'Seen.',
    ],
    [
      'has a text box once, behind its paragraph',
      `<w:p>${run('Before.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph('Boxed.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('Boxed.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(' After.')}</w:p>`,
      'Before. After.\n\nBoxed.',
    ],
    [
      'reads fields as they show',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}</w:p>`,
      '12',
    ],
    [
      'reads equations and signs as they can be written',
      `<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/></w:r></w:p>`,
      'x=1□\u2011',
    ],
  ]
  it.each(bodies)('%s', async (_, body, text) => expect((await readBody(body, { numbering, styles })).text).toBe(text))

  it('has footnotes and endnotes at its end, with the markers they have in it', async () => {
    const reference = (sort: string, id: number) => `<w:r><w:${sort}Reference w:id="${id}"/></w:r>`
    const note = (sort: string, id: number, words: string) =>
      `<w:${sort} w:id="${id}"><w:p><w:r><w:${sort}Ref/></w:r>${run(words)}</w:p></w:${sort}>`
    const { text, notes } = await readBody(
      `<w:p>${run('One')}${reference('footnote', 5)}${run(' two')}${reference('footnote', 4)}${reference('endnote', 2)}</w:p>`,
      {
        footnotes: partOf(
          'footnotes',
          `<w:footnote w:id="-1" w:type="separator">${paragraph('---')}</w:footnote>${note('footnote', 4, ' Later.')}${note('footnote', 5, ' First.')}`,
        ),
        endnotes: partOf('endnotes', note('endnote', 2, ' End.')),
      },
    )
    expect(text).toBe('One[1] two[2][i]\n\n[1] First.\n\n[2] Later.\n\n[i] End.')
    expect(notes).toEqual(['Footnotes and endnotes stand at the end of the text, each with its marker.'])
  })

  it('has turns with labels, a title and what the file says of itself', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The call &amp; after</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>'
    const files = documentFiles(paragraph('Ida: Hello.') + paragraph('Jon: Yes?'))
    const { turns, title, metadata } = await read([...files, { name: 'docProps/core.xml', content: core }])
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ida', 'Jon'])
    expect([title, metadata]).toEqual(['The call & after', { language: 'en-GB' }])
  })

  it('marks the places of pictures, with the words that describe them', async () => {
    const picture = (descr: string) => `<w:r><w:drawing><docPr id="1" descr="${descr}"/><a:blip/></w:drawing></w:r>`
    const { text, notes } = await readBody(
      `<w:p>${run('Above ')}${picture('')}</w:p><w:p>${picture('A ferry&#10;[at night]')}</w:p>`,
      { header1: partOf('hdr', `<w:p>${picture('Our sign')}</w:p>`) },
    )
    expect(text).toBe('Above [picture]\n\n[picture: A ferry at night]')
    expect(notes).toEqual(['2 pictures were left out: their places are marked [picture].'])
  })

  it('is told what is not in it as it stood', async () => {
    const { notes } = await readBody(
      `<w:p><w:ins w:id="1">${run('a')}</w:ins><w:moveFrom w:id="2">${run('b')}</w:moveFrom>${run('c', '<w:strike/>')}${run('dd', '<w:vanish/>')}<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`,
      { header1: partOf('hdr', paragraph('Draft, not for print')) },
    )
    expect(notes).toEqual([
      'The document has tracked changes (1 insertion, 1 deletion): the text is read as if all were accepted.',
      'Hidden text was left out: 2 characters.',
      'Words that are struck through are kept: 1 place.',
      '1 picture was left out: its place is marked [picture].',
      'Headers and footers were left out: “Draft, not for print”.',
    ])
  })
})

describe('comments', () => {
  const comment = (id: number, author: string, words: string, paragraphId: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2031-03-11T10:0${id}:00Z"><w:p w14:paraId="${paragraphId}">${run(words)}</w:p></w:comment>`
  const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

  it('stand on their ranges, in threads, resolved or not', async () => {
    const { text, comments, notes } = await readBody(
      `${item('first', 1)}<w:p>${start(0)}${start(1)}${run('The ferry ')}${start(2)}${run('left')}${end(0)}${end(1)}${run(' at six.')}</w:p><w:p>${run('And then')}${end(2)}${start(3)}${end(3)}</w:p>`,
      {
        numbering,
        comments: partOf(
          'comments',
          comment(0, 'Ida', 'Which ferry?', '00000A') +
            comment(1, 'Jon', 'The small one.', '00000B') +
            comment(2, 'Ida', 'Check.', '00000C') +
            comment(3, '', 'Here.', '00000D') +
            comment(4, 'Ida', 'Nowhere.', '00000E'),
        ),
        commentsExtended:
          '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml"><x:commentEx x:paraId="00000A" x:done="1"/><x:commentEx x:paraId="00000B" x:paraIdParent="00000A" x:done="1"/><x:commentEx x:paraId="00000C" x:paraIdParent="00000C" x:done="0"/></x:commentsEx>',
      },
    )
    const at = (minute: number) => `2031-03-11T10:0${minute}:00.000Z`
    expect(comments?.map(({ start: from, end: to }) => text.slice(from, to))).toEqual([
      'The ferry left',
      'left at six.\n\nAnd then',
      'And then',
    ])
    expect(comments?.map(({ start: _, end: __, ...rest }) => rest)).toEqual([
      {
        author: 'Ida',
        at: at(0),
        text: 'Which ferry?',
        replies: [{ author: 'Jon', at: at(1), text: 'The small one.' }],
        resolved: true,
      },
      { author: 'Ida', at: at(2), text: 'Check.', replies: [], resolved: false },
      { author: 'Unknown', at: at(3), text: 'Here.', replies: [], resolved: false },
    ])
    expect(notes).toEqual([
      '1 comment has no words of the text marked and is put on the whole paragraph.',
      'A comment by Ida stands nowhere in the text and was left out: “Nowhere.”',
    ])
  })

  it('reach into cells, past signs before a paragraph, and over what was deleted', async () => {
    const { text, comments } = await readBody(
      `${table([cell(paragraph('a')), cell(`<w:p>${start(0)}${run('b')}${end(0)}</w:p>`)])}<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>${start(1)}<w:del>${run('x')}</w:del>${run('Night')}${end(1)}</w:p>`,
      { styles, comments: partOf('comments', comment(0, 'Ida', 'p', '0A') + comment(1, 'Ida', 'q', '0B')) },
    )
    expect(text).toBe('a\tb\n\n## Night')
    expect(comments?.map(({ start: from, end: to }) => text.slice(from, to))).toEqual(['b', 'Night'])
  })
})
