// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Editor } from '@tiptap/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/components/guide/rich-text'
import type { LeftOut } from '@/components/guide-editor/paste/blocks'
import { pasteProps } from '@/components/guide-editor/paste/pasted'
import { extensions } from '@/components/guide-editor/text/extensions'
import { htmlOfStored, storedOf } from '@/components/guide-editor/text/stored-text'
import { sections } from '@/lib/guide/draft'
import { partsOfText } from '@/lib/guide/links'
import { seededGuides } from '@/lib/guide/seed/contents'

const corpus = join(import.meta.dirname, 'paste-corpus')
const read = (name: string) => readFileSync(join(corpus, name), 'utf8')
const cases = readdirSync(corpus).filter((name) => !name.endsWith('.md'))

/** The editor as guides have it, opened with a stored text. */
function editorOf(stored = '') {
  const told: (LeftOut | null)[] = []
  const editor = new Editor({
    extensions,
    content: htmlOfStored(stored),
    editorProps: pasteProps('http://localhost', (left) => told.push(left)),
  })
  return { editor, told }
}

/** What a browser does on Ctrl+V: the clipboard's forms of the same content, by their types. */
function paste({ view }: Editor, clipboard: Record<string, string>) {
  const event = Object.assign(new Event('paste', { cancelable: true }), {
    clipboardData: { getData: (type: string) => clipboard[type] ?? '', files: [] },
  })
  view.dom.dispatchEvent(event)
}

function pasted(name: string) {
  const { editor, told } = editorOf()
  paste(editor, { [name.endsWith('.html.txt') ? 'text/html' : 'text/plain']: read(name) })
  return { markdown: storedOf(editor), left: told.at(-1) }
}

describe('what is pasted', () => {
  it.each(cases)('%s arrives as the text, lists and tables that it is', (name) => {
    const { markdown } = pasted(name)
    expect(`${markdown}\n`).toBe(read(name.replace(/\..+$/, '.md')))
    expect(partsOfText(markdown).html).toBe(false)
  })

  it.each(cases)('%s stays the same when it is opened again', (name) => {
    const { markdown } = pasted(name)
    expect(storedOf(editorOf(markdown).editor)).toBe(markdown)
  })

  it('says what could not be taken', () => {
    expect(pasted('word-pictures.html.txt').left).toMatchObject({ pictures: 2 })
    expect(pasted('wps-list.html.txt').left).toMatchObject({ pictures: 1 })
    expect(pasted('word-table.html.txt').left).toMatchObject({ merged: true, pictures: 0 })
    expect(pasted('markdown.txt').left).toMatchObject({ pictures: 1 })
    expect(pasted('web-page.html.txt').left).toEqual({
      pictures: 0,
      links: 1,
      remarks: 0,
      merged: false,
    })
    expect(pasted('word-bullets-in-symbol-fonts.html.txt').left).toMatchObject({
      links: 1,
      remarks: 2,
    })
  })
})

describe('a table', () => {
  const stored = '| a | b |\n| --- | --- |\n| c | d |'
  const at = (editor: Editor, words: string) => {
    editor.state.doc.descendants((node, place) => {
      if (node.isText && node.text === words) editor.commands.setTextSelection(place + 1)
    })
    return editor
  }

  it('takes what is pasted into a cell in one line', () => {
    const { editor } = editorOf(stored)
    paste(at(editor, 'c'), { 'text/html': '<ul><li>甲</li><li>乙</li></ul><p>x</p>' })
    expect(storedOf(editor)).toBe('| a | b |\n| --- | --- |\n| c甲；乙；x | d |')
  })

  it('takes cells over its own from there on, and grows with them', () => {
    const { editor } = editorOf(stored)
    paste(at(editor, 'd'), { 'text/plain': '1\t2\n3\t4' })
    expect(storedOf(editor)).toBe('| a | b |  |\n| --- | --- | --- |\n| c | 1 | 2 |\n|  | 3 | 4 |')
  })

  it('is left by Enter in its last row', () => {
    const { editor } = editorOf(stored)
    const press = (key: string) =>
      editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
    at(editor, 'a')
    press('Enter')
    expect(editor.state.selection.$from.parent.textContent).toBe('c')
    press('Enter')
    expect(editor.isActive('table')).toBe(false)
  })
})

describe('a stored text', () => {
  const shown = (text: string) => renderToStaticMarkup(<RichText locale="en">{text}</RichText>)
  const texts = seededGuides.flatMap(({ content }) =>
    [content.intro, ...sections.flatMap((name) => content[name].map(({ text }) => text))].flatMap(
      ({ zh, en }) => [zh, en],
    ),
  )

  it('of the seeded guides says the same once the editor had it open', () => {
    const { editor } = editorOf()
    for (const text of new Set(texts)) {
      editor.commands.setContent(htmlOfStored(text))
      expect(shown(storedOf(editor))).toBe(shown(text))
    }
  })

  it.each([
    ['a heading', '## Fees\n\nNone.', '**Fees**\n\nNone.'],
    ['a quotation', '> said so', 'said so'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\nb'],
    ['a program', '```\nx = 1\n```', 'x = 1'],
    ['tags', 'a <b>c</b>', 'a &lt;b&gt;c&lt;/b&gt;'],
    ['a picture among words', 'a ![b](/api/pictures/c) d', 'a\n\n![b](/api/pictures/c)\n\nd'],
    ['a wrong link', '[a](htps://b)', '[a](htps://b)'],
    ['empty lines', 'a\n\n&nbsp;\n\nb', 'a\n\nb'],
    ['lists in lists', '4. a\n   - b\n     1. c', '4. a\n   - b\n     1. c'],
  ])('with %s loses no word to the editor', (_, stored, after) => {
    expect(storedOf(editorOf(stored).editor)).toBe(after)
  })
})
