import Image from '@tiptap/extension-image'
import { TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Markdown } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'
import { GuideTable } from './table-keys'

/**
 * What a guide text permits: paragraphs, bold, lists, links, pictures, and tables of plain cells
 * under a row of headings, as Markdown has them.
 */
export const extensions = [
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
  GuideTable,
  TableRow,
  TableHeader.extend({ content: 'paragraph' }),
  TableCell.extend({ content: 'paragraph' }),
  Markdown,
]
