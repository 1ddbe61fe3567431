import type { Editor } from '@tiptap/core'
import { htmlOf } from '../paste/blocks'
import { blocksOfStored } from '../paste/from-text'

/** A stored text as the HTML that the editor opens with. */
export const htmlOfStored = (markdown: string): string => htmlOf(blocksOfStored(markdown))

/**
 * What the editor holds as it is stored: Markdown, empty where no word is written. Empty lines are
 * no paragraphs: Tiptap would write each as `&nbsp;`, and readers see a hole.
 */
export const storedOf = (editor: Editor): string =>
  editor.isEmpty
    ? ''
    : editor
        .getMarkdown()
        .replace(/^[ \t]*&nbsp;[ \t]*$/gm, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
