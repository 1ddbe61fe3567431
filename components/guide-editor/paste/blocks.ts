/** A run of words; `break`: a new line within a paragraph. */
export type Words = { text: string; bold?: boolean; href?: string } | 'break'
export type Paragraph = { kind: 'paragraph'; words: Words[] }
export type List = { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
export type Table = { kind: 'table'; rows: Words[][][] }
export type Picture = { kind: 'picture'; src: string; alt: string }
/** What a guide text is made of: nothing else is ever taken from a clipboard. */
export type Block = Paragraph | List | Table | Picture

/** What of a clipboard was not taken, to be said. */
export type LeftOut = {
  pictures: number
  /** Addresses that a guide cannot have: the words stay. */
  links: number
  /** Deletions that a word processor still shows, and comments. */
  remarks: number
  /** Merged cells were divided. */
  merged: boolean
}
export const nothingLeftOut = (): LeftOut => ({
  pictures: 0,
  links: 0,
  remarks: 0,
  merged: false,
})

export const paragraph = (words: Words[]): Paragraph => ({ kind: 'paragraph', words })

/** The words without space at their ends and around breaks; null where none are left. */
export function trimmed(words: readonly Words[]): Words[] | null {
  const kept: Words[] = []
  for (const one of words) {
    const last = kept.at(-1)
    if (one === 'break') {
      if (last === undefined) continue
      trimLast(kept)
      kept.push(one)
      continue
    }
    const starts = last === undefined || last === 'break' || /\s$/.test(last.text)
    const text = starts ? one.text.trimStart() : one.text
    if (text) kept.push({ ...one, text })
  }
  while (kept.at(-1) === 'break') kept.pop()
  trimLast(kept)
  while (kept.at(-1) === 'break') kept.pop()
  return kept.length ? joined(kept) : null
}

function trimLast(words: Words[]) {
  for (let last = words.at(-1); last !== undefined && last !== 'break'; last = words.at(-1)) {
    words.pop()
    const text = last.text.trimEnd()
    if (text) return void words.push({ ...last, text })
  }
}

/** Neighbours of the same look as one. */
function joined(words: readonly Words[]): Words[] {
  const found: Words[] = []
  for (const one of words) {
    const last = found.at(-1)
    const alike =
      one !== 'break' &&
      last !== undefined &&
      last !== 'break' &&
      last.bold === one.bold &&
      last.href === one.href
    if (alike) found[found.length - 1] = { ...last, text: last.text + one.text }
    else found.push(one)
  }
  return found
}

export const textOf = (words: readonly Words[]): string =>
  words.map((one) => (one === 'break' ? '\n' : one.text)).join('')

/** A heading as the guide has it: a line in bold. */
export const boldLine = (words: readonly Words[]): Words[] =>
  words.map((one) => (one === 'break' ? one : { ...one, bold: true }))

/** All that a cell holds in one line, which is all that a cell can have. */
export function inOneLine(blocks: readonly Block[]): Words[] {
  const parts = blocks.flatMap((block): Words[][] => {
    if (block.kind === 'paragraph') return [block.words.map((one) => onOneLine(one))]
    if (block.kind === 'list') return block.items.map(inOneLine)
    if (block.kind === 'table') return block.rows.map((row) => withStops(row))
    return []
  })
  return withStops(parts)
}

const onOneLine = (one: Words): Words => (one === 'break' ? { text: ' ' } : one)

/** One after the other, with a semicolon where the one before has no stop of its own. */
const withStops = (parts: readonly Words[][]): Words[] =>
  parts.flatMap((words, place) => {
    const stop = words.length ? stopAfter(textOf(parts[place - 1] ?? [])) : ''
    return stop ? [{ text: stop }, ...words] : words
  })

/** What divides a line from the one that follows it in a cell; nothing after nothing. */
export function stopAfter(line: string): string {
  if (!line) return ''
  const chinese = /[\u2e80-\u9fff\uff00-\uffef]/.test(line)
  if (/[。；！？\uff1a，、.;!?:,]\s*$/.test(line)) return chinese ? '' : ' '
  return chinese ? '；' : '; '
}

/** Rows of the same length; null for none, or for a table of one column, which is none. */
export function tableOf(rows: readonly Words[][][]): Table | null {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0))
  const width = Math.max(
    0,
    ...filled.map((row) => row.findLastIndex((cell) => cell.length > 0) + 1),
  )
  if (filled.length === 0 || width < 2) return null
  return {
    kind: 'table',
    rows: filled.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? [])),
  }
}

/** The blocks as HTML of the few elements that the editor knows, with every word escaped. */
export const htmlOf = (blocks: readonly Block[]): string => blocks.map(htmlOfBlock).join('')

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${htmlOfWords(block.words)}</p>`
    case 'list': {
      const items = block.items.map((item) => `<li>${htmlOf(item)}</li>`).join('')
      if (!block.ordered) return `<ul>${items}</ul>`
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`
    }
    case 'table': {
      const row = (cells: Words[][], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}><p>${htmlOfWords(cell)}</p></${tag}>`).join('')}</tr>`
      const [head = [], ...body] = block.rows
      const rows = [row(head, 'th'), ...body.map((cells) => row(cells, 'td'))]
      return `<table><tbody>${rows.join('')}</tbody></table>`
    }
    case 'picture':
      return `<img src="${escaped(block.src)}" alt="${escaped(block.alt)}">`
  }
}

const htmlOfWords = (words: readonly Words[]): string =>
  words
    .map((one) => {
      if (one === 'break') return '<br>'
      const text = one.bold ? `<strong>${escaped(one.text)}</strong>` : escaped(one.text)
      return one.href ? `<a href="${escaped(one.href)}">${text}</a>` : text
    })
    .join('')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
