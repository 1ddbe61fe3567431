import { type Block, type List, type Words, paragraph } from './blocks'

/**
 * An item of a list as Word and WPS write it: a paragraph that says its level, and its mark as
 * words. `further`: one more paragraph of the item before.
 */
export type WordItem = {
  kind: 'item'
  level: number
  ordered: boolean
  number: number
  further: boolean
  words: Words[]
}

/** `mso-list:l0 level2 lfo1` of a paragraph's style: the list's name and the level, from 1. */
export function wordLevel(style: string): { list: string; level: number } | null {
  const found = /mso-list:\s*(\w+)\s+level(\d+)/i.exec(style)
  if (!found) return null
  return { list: found[1] ?? '', level: Number(found[2]) }
}

/**
 * How the style sheet of the clipboard numbers a level of a list: `bullet`, `decimal`…; null where
 * it says nothing.
 */
export function numberFormat(sheet: string, list: string, level: number): string | null {
  const rule = new RegExp(`@list\\s+${list}:level${level}\\s*\\{([^}]*)\\}`, 'i').exec(sheet)
  return (
    /mso-level-number-format:\s*([\w-]+)/i.exec(rule?.[1] ?? '')?.[1] ?? (rule ? 'decimal' : null)
  )
}

const chineseDigits = '一二三四五六七八九十'

/**
 * A list's mark as it stands before its words: `1.`, `（二）`, `c)`, `③`; null for a bullet. In the
 * fonts of symbols, bullets are letters (`l`, `Ø`, `o`): a letter alone numbers nothing.
 */
export function numberOfMark(mark: string): number | null {
  const text = mark.replace(/\s/g, '')
  const digits = /^[（(【[]?第?(?:\d+\.)*(\d+)[步条点项]?[）)】\].、．:\uff1a]*$/.exec(text)
  if (digits) return Number(digits[1])
  const circled = /^[①-⑳]$/.exec(text)
  if (circled) return text.charCodeAt(0) - '①'.charCodeAt(0) + 1
  const chinese = /^[（(]?([一二三四五六七八九十]+)[）)、.．]$/.exec(text)
  if (chinese) return chineseNumber(chinese[1] ?? '')
  const letter = /^[（(]?([a-z])[）).、．]$/i.exec(text)
  if (letter) return (letter[1] ?? 'a').toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1
  return /^[（(]?[ivxlc]+[）).、．]$/i.test(text) ? 1 : null
}

function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (sign: string | undefined) => (sign ? chineseDigits.indexOf(sign) + 1 : 0)
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones)
}

/** Lists of the items that follow one another, nested by their levels. */
export function nestedItems(blocks: readonly (Block | WordItem)[]): Block[] {
  const found: Block[] = []
  let open: { level: number; list: List }[] = []
  for (const block of blocks) {
    if (block.kind !== 'item') {
      open = []
      found.push(block)
      continue
    }
    if (block.further) {
      const item = open.at(-1)?.list.items.at(-1)
      ;(item ?? found).push(paragraph(block.words))
      continue
    }
    open = open.filter(({ level }) => level <= block.level)
    const last = open.at(-1)
    if (!last || last.level < block.level || last.list.ordered !== block.ordered) {
      if (last?.level === block.level) open.pop()
      const list: List = {
        kind: 'list',
        ordered: block.ordered,
        start: block.ordered ? block.number : 1,
        items: [],
      }
      ;(open.at(-1)?.list.items.at(-1) ?? found).push(list)
      open.push({ level: block.level, list })
    }
    open.at(-1)?.list.items.push([paragraph(block.words)])
  }
  return found
}
