import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { tableSyntax } from '@/lib/guide/markdown'
import { addressOf, ownPicture } from './addresses'
import {
  type Block,
  type LeftOut,
  type Words,
  boldLine,
  inOneLine,
  nothingLeftOut,
  paragraph,
  tableOf,
  trimmed,
} from './blocks'

/** How addresses are taken: as the text has them, or null where they are left out. */
type Reading = {
  link: (address: string) => string | null
  picture: (address: string) => string | null
}

/**
 * The blocks of plain text: cells that a spreadsheet divided by tabs, or Markdown, or lines that
 * are numbered as people number them (`1、`, `（2）`, `•`).
 */
export function blocksOfText(text: string, origin: string): { blocks: Block[]; left: LeftOut } {
  const left = nothingLeftOut()
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u200b\ufeff]/g, '')
  const table = tableOf(cellsOf(plain))
  if (table && table.rows.length > 1) return { blocks: [table], left }
  const reading: Reading = {
    link: (written) => {
      const address = addressOf(written, origin)
      if (address === 'refused') left.links += 1
      return typeof address === 'object' ? address.href : null
    },
    picture: (written) => {
      const src = ownPicture(written, origin)
      if (src === null) left.pictures += 1
      return src
    },
  }
  return { blocks: blocksOfMarkdown(withUsualMarks(plain), reading), left }
}

/**
 * The blocks of a guide text as it is stored, read as its readers' pages read it, whoever wrote it:
 * no word is lost that the editor has no form for.
 */
export function blocksOfStored(markdown: string): Block[] {
  const unlessItRuns = (address: string) =>
    /^\s*(javascript|data|vbscript):/i.test(address) ? null : address
  return blocksOfMarkdown(markdown, { link: unlessItRuns, picture: unlessItRuns })
}

function blocksOfMarkdown(markdown: string, reading: Reading): Block[] {
  const { children } = fromMarkdown(markdown, {
    // Tags are words here, and an indented line is no program.
    extensions: [
      tableSyntax.micromark(),
      { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText', 'definition'] } },
    ],
    mdastExtensions: [tableSyntax.mdast()],
  })
  return blocksOf(children, reading)
}

/** Whether lines of text are marked as a list, a table, a heading or a link. */
export const isMarked = (lines: readonly string[]) =>
  withUsualMarks(lines.join('\n'))
    .split('\n')
    .some((line) => lineMark(line) !== null || /\*\*\S.*\S\*\*|\[[^\]]+\]\([^)\s]+\)/.test(line))

/** Lines of a text as Markdown has them: those of one list or table together, others apart. */
export const asParagraphs = (lines: readonly string[]): string =>
  lines
    .map((line, place) => {
      const next = lines[place + 1]
      if (next === undefined) return line
      const mark = lineMark(withUsualMarks(`${line}\n${next}`).split('\n')[0] ?? '')
      const nextMark = lineMark(withUsualMarks(`${line}\n${next}`).split('\n')[1] ?? '')
      return mark !== null && mark === nextMark ? line : `${line}\n`
    })
    .join('\n')

const lineMark = (line: string): string | null => {
  if (/^\s*[-*+]\s/.test(line)) return 'bullet'
  if (/^\s*\d{1,3}[.)]\s/.test(line)) return 'number'
  if (/^\s*\|.*\|\s*$/.test(line)) return 'table'
  return /^#{1,6}\s/.test(line) ? 'heading' : null
}

/** Cells between tabs, as spreadsheets copy them: with quotes where a cell has lines of its own. */
function cellsOf(text: string): Words[][][] {
  if (!text.includes('\t')) return []
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at
    const found = cell.exec(text)
    const said = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? ''
    rows.at(-1)?.push(said.replace(/\s+/g, ' ').trim())
    at = cell.lastIndex
    if (text[at] === '\n') rows.push([])
    at += 1
  }
  const filled = rows.filter((row) => row.some(Boolean))
  // Lines of prose may have a tab here and there: a table has as many in each of its rows.
  if (filled.some((row) => row.length !== filled[0]?.length)) return []
  return filled.map((row) => row.map((said): Words[] => (said ? [{ text: said }] : [])))
}

/**
 * Marks as people type them in Chinese, as Markdown's: numbers in a row from 1, and dots. A single
 * `1、` in a text begins no list.
 */
function withUsualMarks(text: string): string {
  const lines = text.split('\n')
  const numbered = lines.map((line) => /^(\s*)[（(]?(\d{1,2})[、．）)]\s*(?=\S)/.exec(line))
  const count = numbered.filter(Boolean).length
  return lines
    .map((line, place) => {
      const number = numbered[place]
      if (number && count > 1) return `${number[1]}${number[2]}. ${line.slice(number[0].length)}`
      return line.replace(/^(\s*)[•·●○▪■◆]\s*(?=\S)/, '$1- ')
    })
    .join('\n')
}

const blocksOf = (nodes: readonly RootContent[], reading: Reading): Block[] =>
  nodes.flatMap((node) => blocksOfNode(node as BlockContent | DefinitionContent, reading))

function blocksOfNode(node: BlockContent | DefinitionContent, reading: Reading): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphAndPictures(node.children, reading)
    case 'heading':
      return paragraphAndPictures(node.children, reading).map((block) =>
        block.kind === 'paragraph' ? paragraph(boldLine(block.words)) : block,
      )
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => blocksOf(item.children, reading)),
        },
      ]
    case 'table': {
      const table = tableOf(
        node.children.map((row) =>
          row.children.map((cell) => inOneLine(paragraphAndPictures(cell.children, reading))),
        ),
      )
      return table ? [table] : []
    }
    case 'blockquote':
      return blocksOf(node.children, reading)
    case 'code':
      return lines(node.value)
    case 'html':
      return lines(node.value)
    default:
      return []
  }
}

function lines(text: string): Block[] {
  const words = trimmed(wordsOfLines(text, {}))
  return words ? [paragraph(words)] : []
}

/** A paragraph, divided where pictures stand in it. */
function paragraphAndPictures(nodes: readonly PhrasingContent[], reading: Reading): Block[] {
  const found: Block[] = []
  let words: Words[] = []
  const flush = () => {
    const kept = trimmed(words)
    if (kept) found.push(paragraph(kept))
    words = []
  }
  const visit = (node: PhrasingContent, look: Look) => {
    if (node.type === 'break') words.push('break')
    else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html')
      words.push(...wordsOfLines(node.value, look))
    else if (node.type === 'image') {
      const src = reading.picture(node.url)
      if (src === null) return
      flush()
      found.push({ kind: 'picture', src, alt: node.alt ?? '' })
    } else if ('children' in node) {
      const href = node.type === 'link' ? reading.link(node.url) : null
      const within = {
        ...look,
        ...(node.type === 'strong' && { bold: true as const }),
        ...(href !== null && { href }),
      }
      for (const child of node.children) visit(child, within)
    }
  }
  for (const node of nodes) visit(node, {})
  flush()
  return found
}

type Look = { bold?: true; href?: string }

const wordsOfLines = (text: string, look: Look): Words[] =>
  text
    .split('\n')
    .flatMap((line, place): Words[] => [
      ...(place ? (['break'] as const) : []),
      { ...look, text: line },
    ])
