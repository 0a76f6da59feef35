import type { Watch } from '../format'
import { assembling } from './assembly'
import { counterOf, levelOf } from './numbering'
import { type Reference, refer, type Seen, type Setting, type Story } from './story'
import { isOn } from './styles'
import { type Attribute, type Part, readXml } from './xml'

/** Elements that are passed over with all that is in them: what was there before a change, settings, alternatives. */
const passedOver = new Set([
  ...['w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'w:sectPr', 'w:tblPrChange', 'w:tcPrChange', 'w:trPrChange'],
  ...['w:sdtPr', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:tblPr', 'w:tblGrid', 'w:numberingChange'],
])

const storyElements = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:comment', 'w:hdr', 'w:ftr'])

/** How much of a picture's description is kept, in UTF-16 units. */
const longestDescription = 200

/** Where a picture stands, with what its maker says of it: `[picture: A ferry]`. */
const pictureSign = (description: string): string => {
  const words = description
    .replaceAll(/[\s[\]]+/g, ' ')
    .trim()
    .slice(0, longestDescription)
  return words === '' ? '[picture]' : `[picture: ${words}]`
}

/** Reads the stories of a part: one body, or each note or comment. What was seen on the way is counted in `seen`. */
export const readStories = async (
  part: Part,
  { styles, numbering }: Setting,
  seen: Seen,
  watch: Watch,
): Promise<Story[]> => {
  const stories: Story[] = []
  const parts = assembling(counterOf(numbering), seen)
  const alternatives: boolean[] = []
  let story: { id: string; attributes: Story['attributes']; references: Reference[]; paragraph?: string } | undefined
  let [skipping, inRow, inProperties, inRun, hidden, raised, takesWords] = [0, 0, false, false, false, false, false]

  let description = ''
  const write = (words: string) => parts.write(words, { hidden, raised })

  const property = (name: string, attribute: Attribute) => {
    const paragraph = parts.paragraph()
    const value = () => attribute('w:val')
    if (name === 'w:vanish' && inRun) hidden = isOn(value())
    else if (name === 'w:vertAlign' && inRun) raised = value() === 'superscript'
    else if (name === 'w:rStyle' && inRun) hidden = styles.get(value() ?? '')?.hidden ?? hidden
    else if ((name === 'w:strike' || name === 'w:dstrike') && inRun) seen.struck += isOn(value()) ? 1 : 0
    else if (!paragraph || inRun) return
    else if (name === 'w:pStyle') paragraph.style = styles.get(value() ?? '') ?? {}
    else if (name === 'w:ilvl') paragraph.level = levelOf(value())
    else if (name === 'w:numId') paragraph.list = value()
    else if (name === 'w:outlineLvl' && Number(value()) < 9)
      paragraph.style = { heading: Math.min(6, Number(value()) + 1), ...paragraph.style }
  }
  const symbol = (attribute: Attribute) => {
    const code = Number.parseInt(attribute('w:char') ?? '', 16)
    const known = code >= 32 && code < 0xd800
    if (!known) seen.symbols += 1
    write(known ? String.fromCharCode(code) : '□')
  }

  const open = (name: string, attribute: Attribute) => {
    if (skipping > 0 || passedOver.has(name)) {
      // The mark of a deleted paragraph or row is itself called w:del.
      if (skipping === 0 && name === 'w:del') {
        const [paragraph, row] = [parts.paragraph(), parts.row()]
        seen.deletions += 1
        if (inProperties && paragraph) paragraph.joins = true
        else if (inRow > 0 && row) row.deleted = true
      } else if (skipping === 0 && name === 'w:moveFrom') seen.deletions += 1
      skipping += 1
      return
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        takesWords = true
        return
      case 'w:r':
        ;[inRun, hidden, raised] = [true, false, false]
        return
      case 'w:p':
        ;[inProperties, inRun] = [false, false]
        if (story) story.paragraph = attribute('w14:paraId')
        return parts.openParagraph()
      case 'w:pPr':
        inProperties = true
        return
      case 'w:ins':
      case 'w:moveTo':
        seen.insertions += 1
        return
      case 'w:tab':
      case 'w:ptab':
        if (inRun && !inProperties) write('\t')
        return
      case 'w:br':
      case 'w:cr':
        return parts.paragraph()?.length ? write('\n') : undefined
      case 'w:noBreakHyphen':
        return write('\u2011')
      case 'w:sym':
        return symbol(attribute)
      case 'w:rt':
        return write('(')
      // Of the drawing that a picture stands in.
      case 'docPr':
        description = attribute('descr') ?? ''
        return
      case 'a:blip':
      case 'v:imagedata':
        seen.pictures += 1
        write(pictureSign(name === 'a:blip' ? description : (attribute('o:title') ?? '')))
        return
      case 'w:commentRangeStart':
        return parts.mark('start', attribute('w:id'))
      case 'w:commentRangeEnd':
        return parts.mark('end', attribute('w:id'))
      case 'w:commentReference':
        return parts.mark('at', attribute('w:id'))
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = attribute('w:id')
        if (story && id !== undefined)
          write(refer(story.references, { sort: name === 'w:footnoteReference' ? 'footnote' : 'endnote', id }))
        return
      }
      case 'w:trPr':
        inRow += 1
        return
      case 'w:tr':
        return parts.openRow()
      case 'w:tc':
        return parts.open()
      case 'w:txbxContent':
        seen.boxes += 1
        return parts.open()
      case 'mc:AlternateContent':
        alternatives.push(false)
        return
      case 'mc:Choice':
      case 'mc:Fallback':
        if (alternatives.at(-1)) skipping = 1
        else alternatives.splice(-1, 1, true)
        return
      default:
        if (storyElements.has(name)) {
          const attributes = { author: attribute('w:author'), date: attribute('w:date'), type: attribute('w:type') }
          story = { id: attribute('w:id') ?? '', attributes, references: [] }
          parts.open()
        } else property(name, attribute)
    }
  }
  const close = (name: string) => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        takesWords = false
        return
      case 'w:r':
        ;[inRun, hidden, raised] = [false, false, false]
        return
      case 'w:p':
        return parts.closeParagraph()
      case 'w:pPr':
        inProperties = false
        return
      case 'w:rt':
        return write(')')
      case 'w:trPr':
        inRow -= 1
        return
      case 'w:tc':
        return parts.closeCell()
      case 'w:tr':
        return parts.closeRow()
      case 'w:txbxContent':
        return parts.closeBox()
      case 'mc:AlternateContent':
        alternatives.pop()
        return
      default:
        if (!story || !storyElements.has(name)) return
        stories.push({ ...story, blocks: parts.close() })
        story = undefined
    }
  }
  // A byte order mark inside the text is nothing anyone wrote; line breaks of the XML are spaces.
  const text = (words: string) => {
    if (takesWords && skipping === 0) write(words.replaceAll('\uFEFF', '').replaceAll(/[\t\n\r]/g, ' '))
  }
  await readXml(part, { open, close, text }, watch)
  return stories
}
