'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { LinkForm } from './link-form'
import { PictureForm } from './picture-form'
import { TableTools } from './table-tools'
import { ToolButton } from './tool-button'

const newTable = { rows: 3, cols: 2, withHeaderRow: true }

type Props = {
  ref?: Ref<HTMLDivElement>
  editor: Editor | null
  label: string
  lang: string
  /** Pictures that were pasted or dropped and do not stand yet. */
  files: readonly File[]
  setFiles: (files: readonly File[]) => void
}

/** The formatting of the current text: bold, lists, a link, a picture, a table. */
export function Toolbar({ ref, editor, label, lang, files, setFiles }: Props) {
  const t = useTranslations('guides.tools')
  const words = useTranslations('words')
  const [open, setOpen] = useState<'link' | 'picture' | null>(null)
  const on = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      bold: at?.isActive('bold'),
      bulletList: at?.isActive('bulletList'),
      orderedList: at?.isActive('orderedList'),
      link: at?.isActive('link'),
      table: at?.isActive('table'),
    }),
  })
  const picturing = open === 'picture' || files.length > 0
  const turn = (which: 'link' | 'picture') => setOpen(open === which ? null : which)
  const close = () => {
    setOpen(null)
    setFiles([])
    editor?.commands.focus()
  }
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    <div ref={ref} className="border-b border-line bg-sunken">
      <div
        role="toolbar"
        aria-label={`${t('label')}${words('colon')}${label}`}
        onKeyDown={onEscape}
        className="flex flex-wrap"
      >
        <ToolButton
          label={t('bold')}
          pressed={on?.bold}
          onClick={() => editor?.chain().focus().toggleBold().run()}
        >
          <strong>B</strong>
        </ToolButton>
        <ToolButton
          label={t('bullets')}
          pressed={on?.bulletList}
          onClick={() => editor?.chain().focus().toggleBulletList().run()}
        >
          •
        </ToolButton>
        <ToolButton
          label={t('numbers')}
          pressed={on?.orderedList}
          onClick={() => editor?.chain().focus().toggleOrderedList().run()}
        >
          1.
        </ToolButton>
        <ToolButton
          label={t('link')}
          pressed={on?.link}
          expanded={open === 'link'}
          onClick={() => turn('link')}
        >
          {t('linkShort')}
        </ToolButton>
        <ToolButton
          label={t('picture')}
          expanded={picturing}
          onClick={() => (picturing ? close() : turn('picture'))}
        >
          {t('pictureShort')}
        </ToolButton>
        {!on?.table && (
          <ToolButton
            label={t('table.insert')}
            onClick={() => editor?.chain().focus().insertTable(newTable).run()}
          >
            {t('table.short')}
          </ToolButton>
        )}
      </div>
      {editor && on?.table && <TableTools editor={editor} onKeyDown={onEscape} />}
      {editor && open === 'link' && <LinkForm editor={editor} close={close} />}
      {editor && picturing && (
        <PictureForm editor={editor} lang={lang} files={files} setFiles={setFiles} close={close} />
      )}
    </div>
  )
}
