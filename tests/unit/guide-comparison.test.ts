import { describe, expect, it } from 'vitest'
import { compareGuides, countChanges } from '@/lib/guide/comparison'
import { type MarkedWord, type TextLanguage, markedWords } from '@/lib/guide/marked-words'
import { type GuideContent, guideContent } from '@/lib/guide/schemas'
import { versionIn } from '@/lib/guide/versions'
import { wordChanges } from '@/lib/guide/word-changes'

/** A text's changes as one line: `[-removed-]`, `{+added+}`, `**strong**`, `<address>`. */
function told(before: string, after: string, language: TextLanguage): string {
  const written = ({ text, strong, em, link, picture }: MarkedWord) => {
    const marked = strong ? `**${text}**` : em ? `*${text}*` : text
    return `${marked}${link ? `<${link}>` : ''}${picture ? `(${picture})` : ''}`
  }
  return wordChanges(before, after, language)
    .map(({ kind, words }) => {
      const text = words.map(written).join('')
      const signs = { same: '', removed: '[-', added: '{+', restyled: '(~' }[kind]
      return signs + text + { same: '', removed: '-]', added: '+}', restyled: '~)' }[kind]
    })
    .join('')
}

describe('two versions of a text', () => {
  it.each<[string, TextLanguage, string, string, string]>([
    ['nothing changed', 'en', 'Bring your card.', 'Bring your card.', 'Bring your card.'],
    [
      'a word of Chinese, which has no spaces',
      'zh',
      '请携带身份证原件到营业厅。',
      '请携带护照原件到营业厅。',
      '请携带[-身份证-]{+护照+}原件到营业厅。',
    ],
    [
      'a clause of Chinese',
      'zh',
      '先结清欠费。',
      '先结清欠费，再退还余额。',
      '先结清欠费{+，再退还余额+}。',
    ],
    [
      'a word of English',
      'en',
      'Bring your ID card.',
      'Bring your passport.',
      'Bring your [-ID card-]{+passport+}.',
    ],
    [
      'neighbouring words, as one phrase',
      'en',
      'Ask the quick clerk today',
      'Ask a slow reviewer today',
      'Ask [-the quick clerk-]{+a slow reviewer+} today',
    ],
    ['capitals', 'en', 'the SIM', 'the sim', 'the [-SIM-]{+sim+}'],
    ['a text from nothing', 'zh', '', '新的', '{+新的+}'],
    ['a text to nothing', 'en', 'old text', '', '[-old text-]'],
    ['what became bold', 'en', 'Sign first', '**Sign** first', '(~**Sign**~) first'],
    [
      'an address behind the same words',
      'en',
      'See [the guide](/guide).',
      'See [the guide](/status).',
      'See [-the</guide> </guide>guide</guide>-]{+the</status> </status>guide</status>+}.',
    ],
    [
      'an item of a list, whose followers only count on',
      'en',
      '1. One\n2. Three',
      '1. One\n2. Two\n3. Three',
      '1. One\n{+2. Two\n+}3. Three',
    ],
    [
      'a cell of a table',
      'zh',
      '| 证件 | 份数 |\n|---|---|\n| 身份证 | 一份 |',
      '| 证件 | 份数 |\n|---|---|\n| 护照 | 一份 |',
      '证件 | 份数\n[-身份证-]{+护照+} | 一份',
    ],
    ['a line', 'zh', '第一行\n第二行', '第一行', '第一行[-\n第二行-]'],
    [
      'a picture',
      'en',
      'Look: ![card](/api/pictures/a)',
      'Look: ![card](/api/pictures/b)',
      'Look: [-card(/api/pictures/a)-]{+card(/api/pictures/b)+}',
    ],
  ])('tells %s', (_, language, before, after, expected) => {
    expect(told(before, after, language)).toBe(expected)
  })

  it('keeps every word of both', () => {
    const [before, after] = [
      '**先**结清 [欠费](/guide)，再办理。',
      '先办理，再结清欠费。\n- 一\n- 二',
    ]
    const changes = wordChanges(before, after, 'zh')
    const side = (left: 'removed' | 'added') =>
      changes
        .filter(({ kind }) => kind !== left)
        .flatMap(({ words }) => words.map((one) => one.text))
    expect(side('added')).toEqual(markedWords(before, 'zh').map(({ text }) => text))
    expect(side('removed')).toEqual(markedWords(after, 'zh').map(({ text }) => text))
  })
})

const both = (zh: string, en: string) => ({ zh, en })
const row = (id: string, zh = id, en = id) => ({
  id,
  title: both(zh, en),
  text: both('文', 'text'),
})
const content = (more: object = {}): GuideContent =>
  guideContent.parse({
    intro: both('引言', 'intro'),
    reasons: ['one', 'two', 'three', 'four'].map((id) => row(id)),
    materials: [row('card')],
    steps: [{ ...row('advice'), kind: 'advice', audience: 'desk' }],
    aftercare: [row('receipt')],
    ...more,
  })
const rowsOf = (after: GuideContent, section: string, before = content()) =>
  compareGuides(before, after).find((one) => one.section === section)?.rows ?? []

describe('two versions of a guide', () => {
  it('that say the same have no row that differs', () => {
    expect(countChanges(compareGuides(content(), content()))).toEqual({
      changed: 0,
      added: 0,
      removed: 0,
      moved: 0,
    })
  })

  it('tell one row that went up as moved, not those that it passed', () => {
    const order = ['four', 'one', 'two', 'three']
    const rows = rowsOf(content({ reasons: order.map((id) => row(id)) }), 'reasons')
    expect(rows.map(({ id, state, moved }) => [id, state, moved])).toEqual([
      ['four', 'same', { from: 4, to: 1 }],
      ['one', 'same', null],
      ['two', 'same', null],
      ['three', 'same', null],
    ])
  })

  it('keep what was removed where it stood, and show all of what was added', () => {
    const after = content({ reasons: [row('zero', '零', 'zero'), row('one'), row('four')] })
    const rows = rowsOf(after, 'reasons')
    expect(rows.map(({ id, state }) => `${state} ${id}`)).toEqual([
      'added zero',
      'same one',
      'removed two',
      'removed three',
      'same four',
    ])
    expect(rows[0]?.texts).toEqual([
      {
        field: 'title',
        zh: [{ kind: 'added', words: [{ text: '零' }] }],
        en: [{ kind: 'added', words: [{ text: 'zero' }] }],
      },
      {
        field: 'text',
        zh: [{ kind: 'added', words: [{ text: '文' }] }],
        en: [{ kind: 'added', words: [{ text: 'text' }] }],
      },
    ])
  })

  it('tell a text in both languages, also where only one of them changed', () => {
    const [changed] = rowsOf(content({ materials: [row('card', '卡片', 'card')] }), 'materials')
    expect(changed).toMatchObject({ state: 'changed', moved: null })
    expect(changed?.texts).toEqual([
      {
        field: 'title',
        zh: [
          { kind: 'removed', words: [{ text: 'card' }] },
          { kind: 'added', words: [{ text: '卡片' }] },
        ],
        en: null,
      },
    ])
  })

  it('tell the side of staff, the intro, and what is no text', () => {
    const step = { ...row('advice'), kind: 'advice', audience: 'customer' }
    const staff = { title: both('advice', 'advice'), text: both('文', 'say it') }
    const after = content({ steps: [{ ...step, staff }], intro: both('开头', 'intro') })
    expect(rowsOf(after, 'steps')[0]).toMatchObject({
      texts: [{ field: 'staff.text', zh: null }],
      values: [{ field: 'audience', before: 'desk', after: 'customer' }],
    })
    expect(rowsOf(after, 'intro')[0]?.texts).toMatchObject([{ field: 'intro', en: null }])
    expect(rowsOf(content(), 'intro')[0]?.state).toBe('same')
  })

  it('counts a row that changed and moved as both', () => {
    const after = content({
      reasons: [row('four', '四', 'four'), row('one'), row('two'), row('three')],
    })
    expect(countChanges(compareGuides(content(), after))).toMatchObject({ changed: 1, moved: 1 })
  })
})

it('reads the version that an address names', () => {
  expect(['draft', '1', '12', '0', '01', '-1', 'x', '', '1e9', undefined].map(versionIn)).toEqual([
    'draft',
    1,
    12,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
