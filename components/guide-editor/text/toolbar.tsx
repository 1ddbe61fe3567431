'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LinkForm } from './link-form'
import { PictureForm } from './picture-form'
import { ToolButton } from './tool-button'

/** The formatting of the current text: bold, lists, a link, a picture. */
export function Toolbar({ editor, label }: { editor: Editor | null; label: string }) {
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
    }),
  })
  const turn = (which: 'link' | 'picture') => setOpen(open === which ? null : which)
  const close = () => {
    setOpen(null)
    editor?.commands.focus()
  }
  return (
    <div className="border-b border-line bg-sunken">
      <div
        role="toolbar"
        aria-label={`${t('label')}${words('colon')}${label}`}
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
          expanded={open === 'picture'}
          onClick={() => turn('picture')}
        >
          {t('pictureShort')}
        </ToolButton>
      </div>
      {editor && open === 'link' && <LinkForm editor={editor} close={close} />}
      {editor && open === 'picture' && <PictureForm editor={editor} close={close} />}
    </div>
  )
}
