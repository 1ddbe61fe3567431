import type { ExtraProps } from 'react-markdown'
import { tableSyntax } from '@/lib/guide/markdown'

type Element = NonNullable<ExtraProps['node']>
type Node = Element['children'][number]

/** Reads tables; everything else stays as CommonMark has it. */
export function remarkTables(this: { data(): object }): undefined {
  const reader: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } =
    this.data()
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = reader
  reader.micromarkExtensions = [...micromarkExtensions, tableSyntax.micromark()]
  reader.fromMarkdownExtensions = [...fromMarkdownExtensions, tableSyntax.mdast()]
}

/**
 * Prepares tables for narrow pages and rolls of paper, where the style sheet lays each row out as a
 * list (`.guide-table`): every cell says which column it is of. The roles keep a table a table for
 * screen readers however it is laid out.
 */
export function rehypeTables() {
  return (tree: { children: readonly (Node | { type: 'doctype' })[] }) => {
    for (const node of tree.children) visit(node)
  }
}

function visit(node: Node | { type: 'doctype' }) {
  if (node.type === 'element' && node.tagName === 'table') return prepare(node)
  if ('children' in node) for (const child of node.children) visit(child)
}

function prepare(table: Element) {
  const rows = elementsIn(table).flatMap((part) => elementsIn(part))
  const labels = elementsIn(rows[0]).map(wordsOf)
  table.properties = { role: 'table' }
  for (const part of elementsIn(table)) part.properties = { role: 'rowgroup' }
  for (const row of rows) {
    row.properties = { role: 'row' }
    elementsIn(row).forEach((cell, column) => {
      cell.properties =
        cell.tagName === 'th'
          ? { scope: 'col', role: 'columnheader' }
          : { role: 'cell', ...(labels[column] && { dataLabel: labels[column] }) }
    })
  }
}

/** How many columns the style sheet has to find room for; it knows seven at most. */
export const columnsOf = (table?: Element): number => {
  const [head] = elementsIn(table)
  const [first] = elementsIn(head)
  return Math.min(elementsIn(first).length, 7)
}

const elementsIn = (node?: Element): Element[] =>
  node?.children.filter((child) => child.type === 'element') ?? []

const wordsOf = (node: Node): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(wordsOf).join('').trim()
      : ''
