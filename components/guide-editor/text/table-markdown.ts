import type { JSONContent, MarkdownRendererHelpers } from '@tiptap/core'

/**
 * A table as Markdown, without spaces that only align its source: a text's length is limited, and
 * nobody reads the source. The first row is the heading whatever it was typed as: Markdown has no
 * table without one, and no lines within a cell.
 */
export function markdownOfTable(table: JSONContent, helpers: MarkdownRendererHelpers): string {
  const rows = (table.content ?? []).map((row) =>
    (row.content ?? []).map((cell) =>
      helpers
        .renderChildren(cell.content?.flatMap(({ content }) => content ?? []) ?? [])
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\\.|\|/g, (sign) => (sign === '|' ? '\\|' : sign)),
    ),
  )
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}
