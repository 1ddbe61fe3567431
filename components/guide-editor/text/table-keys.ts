import { Table } from '@tiptap/extension-table'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { isInTable, nextCell, selectionCell } from '@tiptap/pm/tables'
import { markdownOfTable } from './table-markdown'

/** To the cell below, as in a spreadsheet; from the last row to the text after the table. */
const goDown: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const cell = selectionCell(state)
  const below = nextCell(cell, 'vert', 1)
  const to = below ? below.pos + 1 : cell.end(-1) + 1
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(to))).scrollIntoView())
  return true
}

/**
 * Tables of one line a cell, stored as Markdown. Tab goes from cell to cell and from the last one
 * to a new row; Enter goes down and out, so that no key is a trap.
 */
export const GuideTable = Table.extend({
  renderMarkdown: markdownOfTable,
  addKeyboardShortcuts() {
    const down = () => goDown(this.editor.state, this.editor.view.dispatch)
    return { ...this.parent?.(), Enter: down, 'Shift-Enter': down }
  },
}).configure({ resizable: false })
