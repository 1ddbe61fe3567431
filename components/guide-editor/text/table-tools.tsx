'use client'
import type { ChainedCommands, Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { KeyboardEventHandler } from 'react'
import { ToolButton } from './tool-button'

type Props = { editor: Editor; onKeyDown: KeyboardEventHandler }

/** The rows and columns of the table that the cursor is in, and how to go about it by keys. */
export function TableTools({ editor, onKeyDown }: Props) {
  const t = useTranslations('guides.tools.table')
  const run = (change: (chain: ChainedCommands) => ChainedCommands) => () =>
    change(editor.chain().focus()).run()
  const deleteRow = () => {
    run((chain) => chain.deleteRow())()
    // The row that is first now has the headings: Markdown has no table without.
    if (editor.isActive('tableCell') && !headed(editor)) run((chain) => chain.toggleHeaderRow())()
  }
  return (
    <div className="border-t border-line">
      <div role="toolbar" aria-label={t('label')} onKeyDown={onKeyDown} className="flex flex-wrap">
        <ToolButton label={t('addRow')} onClick={run((chain) => chain.addRowAfter())}>
          {t('addRow')}
        </ToolButton>
        <ToolButton label={t('deleteRow')} onClick={deleteRow}>
          {t('deleteRow')}
        </ToolButton>
        <ToolButton label={t('addColumn')} onClick={run((chain) => chain.addColumnAfter())}>
          {t('addColumn')}
        </ToolButton>
        <ToolButton label={t('deleteColumn')} onClick={run((chain) => chain.deleteColumn())}>
          {t('deleteColumn')}
        </ToolButton>
        <ToolButton label={t('delete')} onClick={run((chain) => chain.deleteTable())}>
          {t('delete')}
        </ToolButton>
      </div>
      <p className="px-2 pb-1 text-xs text-quiet">{t('keys')}</p>
    </div>
  )
}

/** Whether the table at the cursor begins with a row of headings. */
function headed({ state }: Editor): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return node.firstChild?.firstChild?.type.name === 'tableHeader'
  }
  return true
}
