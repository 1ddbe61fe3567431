'use client'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { isLedTo } from '../lead-to-field'
import type { LeftOut } from '../paste/blocks'
import { fileProps } from '../paste/files'
import { pasteProps } from '../paste/pasted'
import { extensions } from './extensions'
import { LeftOutNotice } from './left-out'
import { htmlOfStored, storedOf } from './stored-text'
import { Toolbar } from './toolbar'

type Props = {
  id: string
  lang: string
  label: string
  value: string
  /** A text that somebody else saved meanwhile: it takes the place of this one. */
  replaced: { text: string } | null
  described: string
  write: (markdown: string) => void
}

/**
 * A Tiptap editor of one text: reads Markdown, and emits Markdown on every change. Alt+F10 goes to
 * its tools, as in other editors, since Tab is a key of tables.
 */
export function MarkdownEditor({ id, lang, label, value, replaced, described, write }: Props) {
  const tools = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<LeftOut | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const origin = globalThis.location?.origin ?? ''
  const editor = useEditor({
    extensions,
    content: htmlOfStored(value),
    immediatelyRender: false,
    editorProps: {
      ...pasteProps(origin, setLeft),
      ...fileProps(origin, (more) => setFiles((waiting) => [...waiting, ...more])),
      handleKeyDown: (_, { altKey, key }) => {
        if (!altKey || key !== 'F10') return false
        tools.current?.querySelector('button')?.focus()
        return true
      },
      attributes: {
        id,
        lang,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(described && { 'aria-describedby': described }),
        class: 'guide-text min-h-24 px-3 py-2',
      },
    },
    onCreate: ({ editor: made }) => {
      if (isLedTo(id)) made.commands.focus('start', { scrollIntoView: true })
    },
    onUpdate: ({ editor: changed }) => write(storedOf(changed)),
  })
  useEffect(() => {
    if (!editor || !replaced || storedOf(editor) === replaced.text) return
    const { from } = editor.state.selection
    editor.commands.setContent(htmlOfStored(replaced.text), { emitUpdate: false })
    editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size))
  }, [editor, replaced])
  return (
    <>
      <Toolbar
        ref={tools}
        editor={editor}
        label={label}
        lang={lang}
        files={files}
        setFiles={setFiles}
      />
      <EditorContent editor={editor} />
      <LeftOutNotice left={left} />
    </>
  )
}
