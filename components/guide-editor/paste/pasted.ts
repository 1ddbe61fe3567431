import { DOMParser as SliceParser, Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { isInTable } from '@tiptap/pm/tables'
import type { EditorProps } from '@tiptap/pm/view'
import { type Block, type LeftOut, htmlOf, stopAfter } from './blocks'
import { blocksOfHtml, plainLines } from './from-html'
import { asParagraphs, blocksOfText, isMarked } from './from-text'

/**
 * How the editor takes what is pasted and dropped: as what a guide text may have. `tell` hears what
 * was left out each time; `origin`: the desk's own, such as `https://desk.example`.
 */
export function pasteProps(origin: string, tell: (left: LeftOut | null) => void): PasteProps {
  return {
    transformPastedHTML: (html) => {
      const taken = takenFromHtml(html, origin)
      tell(taken.left)
      return taken.html
    },
    clipboardTextParser: (text, _, asIs, view) => {
      const taken = takenFromText(text, origin, view.state.schema, asIs)
      tell(taken.left)
      return taken.slice
    },
    transformPasted: (slice, { state }) => (isInTable(state) ? forOneCell(slice) : slice),
  }
}
type PasteProps = Required<
  Pick<EditorProps, 'transformPastedHTML' | 'clipboardTextParser' | 'transformPasted'>
>

/**
 * What is pasted into a cell: a table's cells come to stand over the cells from there on; all else
 * in one line, as a cell has no other.
 */
function forOneCell(slice: Slice): Slice {
  let isTable = false
  const lines: Node[][] = []
  slice.content.descendants((node) => {
    if (node.type.name === 'table' || node.type.name === 'tableRow') isTable = true
    if (isTable || !node.isTextblock) return !isTable
    const line: Node[] = []
    node.forEach((part) => void (part.isText && line.push(part)))
    if (line.length) lines.push(line)
    return false
  })
  const schema = lines[0]?.[0]?.type.schema
  if (isTable || lines.length < 2 || !schema) return slice
  const words = lines.flatMap((line, place) => {
    const said = (lines[place - 1] ?? []).map(({ text = '' }) => text).join('')
    const mark = place ? stopAfter(said) : ''
    return mark ? [schema.text(mark), ...line] : line
  })
  return new Slice(Fragment.from(words), 0, 0)
}

/**
 * HTML from a clipboard or a drop as the few elements that a guide text has, and what was left out.
 * Text that an editor of programs or a chat dressed in HTML is read as the text that it is.
 */
function takenFromHtml(html: string, origin: string): { html: string; left: LeftOut } {
  const { blocks, left } = blocksOfHtml(html, origin)
  const lines = plainLines(blocks)
  if (lines === null || !isMarked(lines)) return { html: htmlOf(blocks), left }
  const read = blocksOfText(asParagraphs(lines), origin)
  return { html: htmlOf(read.blocks), left: { ...read.left, pictures: left.pictures } }
}

/** Plain text from a clipboard as what it means; `asIs`: line by line, as whoever pastes asked. */
function takenFromText(
  text: string,
  origin: string,
  schema: Schema,
  asIs: boolean,
): { slice: Slice; left: LeftOut | null } {
  const { blocks, left } = asIs ? asTyped(text) : blocksOfText(text, origin)
  const body = new DOMParser().parseFromString(htmlOf(blocks), 'text/html').body
  const { content } = SliceParser.fromSchema(schema).parseSlice(body)
  return { slice: Slice.maxOpen(content, false), left }
}

const asTyped = (text: string): { blocks: Block[]; left: null } => ({
  blocks: text
    .split(/(?:\r\n?|\n)+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', words: [{ text: line }] })),
  left: null,
})
