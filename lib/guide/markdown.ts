import type { Root } from 'mdast'
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/**
 * What the guide's texts have beyond CommonMark: the tables of GitHub Flavored Markdown (4.10).
 * Whatever reads a text reads it by these, so that a check sees what a reader does.
 */
export const tableSyntax = { micromark: gfmTable, mdast: (): Extension => gfmTableFromMarkdown() }

/** The parts of a guide text. */
export const partsOfMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [tableSyntax.micromark()],
    mdastExtensions: [tableSyntax.mdast()],
  })
