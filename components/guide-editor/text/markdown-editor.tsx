'use client'
import Image from '@tiptap/extension-image'
import { Markdown } from '@tiptap/markdown'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect } from 'react'
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

// A guide text permits paragraphs, bold, lists, links and pictures. Pasted content is reduced to
// these.
const extensions = [
  StarterKit.configure({
    heading: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    italic: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: false,
      isAllowedUri: (address) => !/^\s*(javascript|data|vbscript):/i.test(address ?? ''),
    },
  }),
  Image,
  Markdown,
]

/** A Tiptap editor of one text: reads Markdown, and emits Markdown on every change. */
export function MarkdownEditor({ id, lang, label, value, replaced, described, write }: Props) {
  const editor = useEditor({
    extensions,
    content: value,
    contentType: 'markdown',
    immediatelyRender: false,
    editorProps: {
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
    onUpdate: ({ editor: changed }) => write(changed.isEmpty ? '' : changed.getMarkdown()),
  })
  useEffect(() => {
    if (!editor || !replaced || editor.getMarkdown() === replaced.text) return
    const { from } = editor.state.selection
    editor.commands.setContent(replaced.text, { contentType: 'markdown', emitUpdate: false })
    editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size))
  }, [editor, replaced])
  return (
    <>
      <Toolbar editor={editor} label={label} />
      <EditorContent editor={editor} />
    </>
  )
}
