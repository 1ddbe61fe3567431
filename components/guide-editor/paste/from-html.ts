import { addressOf, ownPicture } from './addresses'
import {
  type Block,
  type LeftOut,
  type List,
  type Words,
  boldLine,
  inOneLine,
  nothingLeftOut,
  paragraph,
  tableOf,
  textOf,
  trimmed,
} from './blocks'
import { type WordItem, nestedItems, numberFormat, numberOfMark, wordLevel } from './word-lists'

type Look = { bold?: boolean; href?: string; asTyped?: boolean }
type Reading = { left: LeftOut; sheet: string; origin: string }

const nowhere = set(
  'script style head meta link title template noscript iframe object embed applet svg math ' +
    'canvas audio video button input select textarea option datalist rp rt',
)
const lines = set(
  'p div section article header footer main aside nav address blockquote pre center figure ' +
    'figcaption dl dt dd li hr form fieldset legend details summary body caption',
)
const headings = set('h1 h2 h3 h4 h5 h6')

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}

/**
 * The blocks of HTML from a clipboard: of Word, WPS, spreadsheets, Google Docs, web pages. It is
 * parsed into a template, where nothing runs or loads; only words, lists, tables, links and the
 * desk's own pictures are read out of it. `origin`: the desk's own.
 */
export function blocksOfHtml(html: string, origin: string): { blocks: Block[]; left: LeftOut } {
  const template = document.createElement('template')
  template.innerHTML = html
  const parsed = template.content
  const sheet = [...parsed.querySelectorAll('style')].map((one) => one.textContent ?? '').join('\n')
  const reading: Reading = { left: nothingLeftOut(), sheet, origin }
  return { blocks: blocksIn(parsed, {}, reading), left: reading.left }
}

function blocksIn(parent: Node, look: Look, reading: Reading): Block[] {
  const found: (Block | WordItem)[] = []
  let words: Words[] = []
  const flush = () => {
    found.push(...paragraphsOf(words))
    words = []
  }
  const visit = (node: Node, now: Look) => {
    if (node.nodeType === Node.TEXT_NODE) {
      words.push(...wordsOfText(node.textContent ?? '', now))
      return
    }
    if (!(node instanceof Element)) return
    const name = node.localName
    const style = node.getAttribute('style') ?? ''
    if (nowhere.has(name) || isHidden(node, style)) return
    if (isRemark(node, style)) {
      if (name !== 'span') reading.left.remarks += 1
      return
    }
    if (name === 'br') return void words.push('break')
    if (name === 'img') {
      const picture = pictureIn(node, reading)
      if (!picture) return
      flush()
      found.push(picture)
      return
    }
    if (name === 'ul' || name === 'ol') {
      flush()
      found.push(...listIn(node, now, reading))
      return
    }
    if (name === 'table') {
      flush()
      found.push(...tableIn(node, now, reading))
      return
    }
    const item = wordItem(node, style, now, reading)
    if (item) {
      flush()
      found.push(item)
      return
    }
    const within = lookOf(node, style, now, reading)
    if (headings.has(name) || /^mso(title|subtitle|heading)/i.test(node.className)) {
      flush()
      found.push(...boldLines(blocksIn(node, within, reading)))
      return
    }
    const ownLine = lines.has(name) || name === 'tr' || name === 'td' || name === 'th'
    if (ownLine) flush()
    for (const child of node.childNodes) visit(child, within)
    if (ownLine) flush()
  }
  for (const child of parent.childNodes) visit(child, look)
  flush()
  return nestedItems(found)
}

/** The paragraphs that an empty line divides. */
function paragraphsOf(words: readonly Words[]): Block[] {
  const parts: Words[][] = [[]]
  words.forEach((one) => {
    const part = parts.at(-1) ?? []
    const blank = one === 'break' && endsInBreak(part)
    if (blank) parts.push([])
    else part.push(one)
  })
  return parts.flatMap((part) => {
    const kept = trimmed(part)
    return kept ? [paragraph(kept)] : []
  })
}

const endsInBreak = (words: readonly Words[]) =>
  words.findLast((one) => one === 'break' || one.text.trim() !== '') === 'break'

function wordsOfText(text: string, { bold, href, asTyped }: Look): Words[] {
  const words = (part: string): Words => ({
    text: part,
    ...(bold && { bold }),
    ...(href && { href }),
  })
  if (asTyped)
    return text
      .replace(/\r/g, '')
      .split('\n')
      .flatMap((line, place): Words[] => (place ? ['break', words(line)] : [words(line)]))
  const plain = text
    // A line of the source that ends between two Chinese characters is no space between them.
    .replace(
      /([\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])/g,
      '$1',
    )
    .replace(/[\s\u200b\ufeff]+/g, ' ')
  return plain ? [words(plain)] : []
}

const isHidden = (element: Element, style: string) =>
  element.hasAttribute('hidden') || /display:\s*none|mso-hide:\s*all/i.test(style)

/** A list's mark, a deletion that is still shown, a comment: words that are not of the text. */
const isRemark = (element: Element, style: string) =>
  /mso-list:\s*ignore|mso-element:\s*comment|mso-special-character:\s*(comment|footnote)/i.test(
    style,
  ) ||
  element.localName === 'del' ||
  /\bmsocom/i.test(element.className)

function lookOf(element: Element, style: string, now: Look, reading: Reading): Look {
  const look = { ...now }
  if (element.localName === 'b' || element.localName === 'strong') look.bold = true
  const weight = /(?:^|;)\s*font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]?.toLowerCase()
  if (weight) look.bold = weight === 'bold' || Number(weight) >= 600
  if (element.localName === 'pre' || /white-space:\s*pre/i.test(style)) look.asTyped = true
  const written = element.localName === 'a' ? element.getAttribute('href') : null
  if (written !== null) {
    const address = addressOf(written, reading.origin)
    if (address === 'refused') reading.left.links += 1
    if (typeof address === 'object') look.href = address.href
    else delete look.href
  }
  return look
}

function pictureIn(element: Element, { left, origin }: Reading): Block | null {
  const src = ownPicture(element.getAttribute('src') ?? '', origin)
  if (src) return { kind: 'picture', src, alt: element.getAttribute('alt') ?? '' }
  // A picture of one pixel shows nothing: it counts readers.
  const size = [element.getAttribute('width'), element.getAttribute('height')]
  if (!size.every((one) => one === '1' || one === '0')) left.pictures += 1
  return null
}

/**
 * A list of the page; one that stands right in a list, as Google Docs has it, is of the last item.
 */
function listIn(element: Element, look: Look, reading: Reading): Block[] {
  const list: List = {
    kind: 'list',
    ordered: element.localName === 'ol',
    start: Number(element.getAttribute('start')) || 1,
    items: [],
  }
  const within = lookOf(element, element.getAttribute('style') ?? '', look, reading)
  for (const child of element.children) {
    if (isHidden(child, child.getAttribute('style') ?? '')) continue
    const name = child.localName
    if (name === 'ul' || name === 'ol') {
      const inner = listIn(child, within, reading)
      const last = list.items.at(-1)
      if (last) last.push(...inner)
      else list.items.push(inner)
    } else if (!nowhere.has(name)) {
      const style = child.getAttribute('style') ?? ''
      const item = blocksIn(child, lookOf(child, style, within, reading), reading)
      if (item.length) list.items.push(...itemsOf(item))
    }
  }
  return list.items.length ? [list] : []
}

/**
 * An item begins with a line; a table in it becomes one line a row, as a list has no room for it.
 */
function itemsOf(blocks: readonly Block[]): Block[][] {
  const kept = blocks.flatMap((block): Block[] =>
    block.kind === 'table'
      ? block.rows.map((row) => paragraph(inOneLine(row.map(paragraph))))
      : [block],
  )
  return [kept]
}

function tableIn(element: Element, look: Look, reading: Reading): Block[] {
  const caption = element.querySelector(':scope > caption')
  const before = caption ? boldLines(blocksIn(caption, look, reading)) : []
  const rows = [...element.querySelectorAll(':scope > tr, :scope > * > tr')].filter(
    (row) => !isHidden(row, row.getAttribute('style') ?? ''),
  )
  const cellsIn = (row: Element) =>
    [...row.children].filter(
      (cell) =>
        (cell.localName === 'td' || cell.localName === 'th') &&
        !isHidden(cell, cell.getAttribute('style') ?? ''),
    )
  const looks = (cell: Element) => {
    const within = lookOf(cell, cell.getAttribute('style') ?? '', look, reading)
    // A column's heading is bold as such.
    return cell.localName === 'th' ? { ...within, bold: look.bold } : within
  }
  const layout =
    element.getAttribute('role') === 'presentation' || element.querySelector('table') !== null
  if (layout || rows.every((row) => cellsIn(row).length < 2))
    return [
      ...before,
      ...rows.flatMap((row) =>
        cellsIn(row).flatMap((cell) => blocksIn(cell, looks(cell), reading)),
      ),
    ]
  const grid: Words[][][] = []
  // What reaches down from a row above, by column.
  const reaching = new Map<number, { rows: number; words: Words[] }>()
  rows.forEach((row) => {
    const line: Words[][] = []
    const takeReaching = () => {
      for (let above = reaching.get(line.length); above; above = reaching.get(line.length)) {
        if (above.rows <= 1) reaching.delete(line.length)
        else above.rows -= 1
        line.push(above.words)
      }
    }
    for (const cell of cellsIn(row)) {
      takeReaching()
      const blocks = blocksIn(cell, looks(cell), reading)
      reading.left.pictures += blocks.filter(({ kind }) => kind === 'picture').length
      const words = inOneLine(blocks)
      const span = spanOf(cell, 'colspan', 20)
      const down = spanOf(cell, 'rowspan', 200)
      if (span > 1 || down > 1) reading.left.merged = true
      for (let column = 0; column < span; column += 1) {
        const said = column === 0 ? words : []
        if (down > 1) reaching.set(line.length, { rows: down - 1, words: said })
        line.push(said)
      }
    }
    takeReaching()
    grid.push(line)
  })
  return [...before, ...withTitle(grid)]
}

const spanOf = (cell: Element, name: string, most: number) =>
  Math.min(most, Math.max(1, Number(cell.getAttribute(name)) || 1))

/** A first row of a single cell over all columns is the table's title. */
function withTitle(grid: Words[][][]): Block[] {
  const [first, ...others] = grid.filter((row) => row.some((cell) => cell.length > 0))
  const title = first?.[0]
  if (first && title?.length && others.length > 1 && first.slice(1).every((cell) => !cell.length)) {
    const table = tableOf(others)
    if (table) return [paragraph(boldLine(title)), table]
  }
  const table = tableOf(grid)
  if (table) return [table]
  return grid.flat().flatMap((words) => (words.length ? [paragraph(words)] : []))
}

const boldLines = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? paragraph(boldLine(block.words)) : block))

/** A paragraph that Word or WPS meant as an item of a list. */
function wordItem(element: Element, style: string, look: Look, reading: Reading): WordItem | null {
  if (element.localName !== 'p' && !headings.has(element.localName)) return null
  const level = wordLevel(style)
  const further = !level && /^msolistparagraph/i.test(element.className)
  if (!level && !further) return null
  const isHeading = headings.has(element.localName)
  const line = inOneLine(blocksIn(element, look, reading))
  const words = isHeading ? boldLine(line) : line
  if (words.length === 0) return null
  const mark = [...element.querySelectorAll('[style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )
  const written = (mark?.textContent ?? '').trim()
  const format = level && numberFormat(reading.sheet, level.list, level.level)
  const number = numberOfMark(written)
  const ordered = format ? format !== 'bullet' : number !== null
  return {
    kind: 'item',
    level: level?.level ?? 1,
    ordered,
    number: number ?? 1,
    further,
    words,
  }
}

/** The words of blocks that have no structure of their own; null where they have. */
export function plainLines(blocks: readonly Block[]): string[] | null {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph') return null
    if (block.words.some((one) => one !== 'break' && (one.bold || one.href))) return null
    lines.push(...textOf(block.words).split('\n'))
  }
  return lines
}
