import type { Editor } from '@tiptap/core'
import { htmlOf } from '../paste/blocks'
import { blocksOfStored } from '../paste/from-text'

/** A stored text as the HTML that the editor opens with. */
export const htmlOfStored = (markdown: string): string => htmlOf(blocksOfStored(markdown))

/** What the editor holds as it is stored: Markdown, empty where no word is written. */
export const storedOf = (editor: Editor): string =>
  editor.isEmpty ? '' : editor.getMarkdown().trim()
