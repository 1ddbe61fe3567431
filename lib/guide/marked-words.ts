import type { List, ListItem, Nodes } from 'mdast'
import { partsOfMarkdown } from './markdown'

export type TextLanguage = 'zh' | 'en'

/** How a stretch of a text is marked: `link`, `picture`: the address that it leads to or shows. */
export type Marks = { strong?: true; em?: true; link?: string; picture?: string }
/**
 * A word, a mark of punctuation or a space of a text as it is read; a line break is a word of its
 * own. `lead`: what begins an item of a list.
 */
export type MarkedWord = Marks & { text: string; lead?: 'bullet' | 'number' }

const segmenters = {
  zh: new Intl.Segmenter('zh-CN', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
}

/**
 * The words of a Markdown text in their order, as a reader sees them. Chinese has no spaces: the
 * words are those of the language's dictionary (Unicode Standard Annex 29, `Intl.Segmenter`).
 */
export function markedWords(markdown: string, language: TextLanguage): MarkedWord[] {
  const words: MarkedWord[] = []
  let atStart = true
  const startLine = () => {
    if (!atStart) words.push({ text: '\n' })
    atStart = true
  }
  const say = (text: string, marks: Marks) => {
    for (const { segment } of segmenters[language].segment(text))
      words.push({ text: segment, ...marks })
    atStart = false
  }
  const visitItem = (item: ListItem, list: List, place: number) => {
    startLine()
    words.push(
      list.ordered
        ? { text: `${(list.start ?? 1) + place}. `, lead: 'number' }
        : { text: '• ', lead: 'bullet' },
    )
    for (const child of item.children) visit(child, {})
  }
  const visit = (node: Nodes, marks: Marks) => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return say(node.value, marks)
      case 'code':
        startLine()
        return say(node.value, marks)
      case 'break':
        return void words.push({ text: '\n' })
      case 'image':
        words.push({ text: node.alt ?? '', ...marks, picture: node.url })
        atStart = false
        return
      case 'list':
        for (const [place, item] of node.children.entries()) visitItem(item, node, place)
        return
      case 'strong':
        return visitAll(node.children, { ...marks, strong: true })
      case 'emphasis':
        return visitAll(node.children, { ...marks, em: true })
      case 'link':
        return visitAll(node.children, { ...marks, link: node.url })
      case 'tableRow':
        startLine()
        return visitCells(node.children)
      case 'paragraph':
      case 'heading':
        startLine()
        return visitAll(node.children, marks)
      default:
        if ('children' in node) visitAll(node.children, marks)
    }
  }
  const visitCells = (cells: readonly Nodes[]) => {
    for (const [place, cell] of cells.entries()) {
      if (place) words.push({ text: ' | ' })
      visit(cell, {})
    }
  }
  const visitAll = (children: readonly Nodes[], marks: Marks) => {
    for (const child of children) visit(child, marks)
  }
  visit(partsOfMarkdown(markdown), {})
  return words
}

/** Whether two words read the same; the number of an item of a list follows from its place. */
export const isSameWord = (one: MarkedWord, other: MarkedWord) =>
  one.lead || other.lead
    ? one.lead === other.lead
    : one.text === other.text &&
      one.strong === other.strong &&
      one.em === other.em &&
      one.link === other.link &&
      one.picture === other.picture
