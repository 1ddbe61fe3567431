import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GuideDraftContent, draftSchema, sections } from '@/lib/guide/draft'
import { merge } from '@/lib/guide/merge'
import { edited, guideEdits, textsIn } from '../factories/guide-edits'

const row = (id: string, words = id) => ({
  id,
  title: { zh: `${words} 题`, en: `${words} title` },
  text: { zh: `${words} 文`, en: `${words} text` },
})
const draft = (change: (content: GuideDraftContent) => void = () => {}): GuideDraftContent => {
  const content = draftSchema.parse({
    intro: { zh: '说明', en: 'Introduction' },
    reasons: ['a', 'b', 'c', 'd'].map((id) => row(id)),
    materials: [row('passport'), row('card')],
    steps: [{ ...row('identity'), kind: 'identity_check', audience: 'desk' }],
    aftercare: [row('balance')],
  })
  // Parsing gives both sides of a step the same objects.
  const apart = JSON.parse(JSON.stringify(content)) as GuideDraftContent
  change(apart)
  return apart
}
const base = draft()
const reasons = (content: GuideDraftContent) => content.reasons.map(({ id }) => id).join('')
const both = (
  mine: (content: GuideDraftContent) => void,
  theirs: (content: GuideDraftContent) => void,
) => merge(base, draft(mine), draft(theirs))
const inRow =
  (id: string, change: (item: GuideDraftContent['reasons'][number]) => void) =>
  (content: GuideDraftContent) => {
    const item = content.reasons.find((one) => one.id === id)
    if (item) change(item)
  }
const put = (ids: string) => (content: GuideDraftContent) =>
  void Object.assign(content, {
    reasons: [...ids].map((id) => content.reasons.find((one) => one.id === id) ?? row(id)),
  })

describe('two drafts of one guide are merged', () => {
  it.each([
    [
      'rows apart',
      inRow('a', (item) => Object.assign(item.text, { zh: '甲' })),
      inRow('b', (item) => Object.assign(item.text, { zh: '乙' })),
      ['甲', 'b 文'.replace('b 文', '乙')],
    ],
    [
      'fields of a row apart',
      inRow('a', (item) => Object.assign(item.title, { zh: '甲' })),
      inRow('a', (item) => Object.assign(item.text, { zh: '乙' })),
      ['甲', '乙'],
    ],
    [
      'languages of a text apart',
      inRow('a', (item) => Object.assign(item.text, { zh: '甲' })),
      inRow('a', (item) => Object.assign(item.text, { en: 'second' })),
      ['甲', 'second'],
    ],
    [
      'a field that only one has',
      (content: GuideDraftContent) =>
        void Object.assign(content.steps[0] as object, { required: true }),
      (content: GuideDraftContent) =>
        void Object.assign(content.steps[0] as object, {
          phase: 'before_review',
        }),
      ['true', 'before_review'],
    ],
  ])('%s', (_, mine, theirs, expected) => {
    const { content, conflicts } = both(mine, theirs)
    expect(conflicts).toEqual([])
    for (const said of expected) expect(JSON.stringify(content)).toContain(said)
  })

  it.each([
    ['both add a row at the end', 'abcdx', 'abcdy', 'abcdxy'],
    ['both add one, whichever was saved first', 'abcdy', 'abcdx', 'abcdxy'],
    ['one adds at the start, the other at the end', 'xabcd', 'abcdy', 'xabcdy'],
    ['one moves, the other adds', 'dabc', 'abcxd', 'dabcx'],
    ['each moves another row', 'bacd', 'abdc', 'badc'],
    ['one row past all others', 'bcda', 'abcd', 'bcda'],
    ['one removes, the other moves', 'bcd', 'abdc', 'bdc'],
    ['both remove', 'acd', 'acd', 'acd'],
    ['both remove other rows', 'acd', 'abc', 'ac'],
    ['both move the same row: the first saved stands', 'bacd', 'bcad', 'bcad'],
    ['both add the same row', 'abxcd', 'abxcd', 'abxcd'],
    ['one removes all, the other adds', '', 'abcdx', 'x'],
  ])('rows: %s', (_, mine, theirs, expected) => {
    const { content, conflicts } = both(put(mine), put(theirs))
    expect([reasons(content), conflicts]).toEqual([expected, []])
  })

  it('keeps both rows where an id stands twice', () => {
    const twice = (content: GuideDraftContent) => void content.reasons.push(row('a', 'second'))
    const { content } = both(
      twice,
      inRow('b', (item) => Object.assign(item.text, { en: 'new' })),
    )
    expect(reasons(content)).toBe('abcda')
    expect(JSON.stringify(content)).toContain('second')
  })
})

describe('a conflict', () => {
  it('is the same text changed to different words; the one saved first stands', () => {
    const { content, conflicts } = both(
      inRow('a', (item) => Object.assign(item.text, { zh: '我的' })),
      inRow('a', (item) => Object.assign(item.text, { zh: '对方的' })),
    )
    expect(content.reasons[0]?.text.zh).toBe('对方的')
    expect(conflicts).toEqual([
      {
        section: 'reasons',
        row: 'a',
        field: 'text',
        language: 'zh',
        mine: '我的',
        theirs: '对方的',
      },
    ])
  })

  it('is none where both wrote the same', () => {
    const same = inRow('a', (item) => Object.assign(item.text, { zh: '一样' }))
    expect(both(same, same)).toEqual({ content: draft(same), conflicts: [] })
  })

  it('of the introduction and of the staff side names its field', () => {
    const say = (words: string) => (content: GuideDraftContent) => {
      content.intro.en = words
      Object.assign(content.steps[0]?.staff.title as object, { zh: words })
    }
    expect(both(say('mine'), say('theirs')).conflicts).toMatchObject([
      { section: 'intro', row: null, field: 'text', language: 'en' },
      {
        section: 'steps',
        row: 'identity',
        field: 'staff.title',
        language: 'zh',
      },
    ])
  })

  it.each(['mine', 'theirs'] as const)(
    'keeps a row that %s changed and the other removed',
    (who) => {
      const change = inRow('b', (item) => Object.assign(item.text, { zh: '改过' }))
      const changed = draft(change).reasons[1]
      const { content, conflicts } =
        who === 'mine' ? both(change, put('acd')) : both(put('acd'), change)
      expect(reasons(content)).toBe('abcd')
      expect(content.reasons[1]).toEqual(changed)
      expect(conflicts).toEqual([
        {
          section: 'reasons',
          row: 'b',
          field: null,
          language: null,
          mine: who === 'mine' ? changed : null,
          theirs: who === 'theirs' ? changed : null,
        },
      ])
    },
  )
})

describe('whatever two editors do', () => {
  const edits = guideEdits()
  const sides = (run: (mine: GuideDraftContent, theirs: GuideDraftContent) => void) =>
    fc.assert(
      fc.property(edits, edits, (mine, theirs) =>
        run(edited(base, mine, 'm'), edited(base, theirs, 't')),
      ),
      { numRuns: 1000 },
    )
  const sorted = (content: GuideDraftContent) => ({
    ...content,
    ...Object.fromEntries(
      sections.map((section) => [
        section,
        content[section].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      ]),
    ),
  })

  it('one side that changed nothing gives the other', () =>
    sides((mine) => {
      expect(merge(base, mine, base)).toEqual({ content: mine, conflicts: [] })
      expect(merge(base, base, mine)).toEqual({ content: mine, conflicts: [] })
      expect(merge(base, mine, mine)).toEqual({ content: mine, conflicts: [] })
    }))

  it('says the same whichever was saved first, where there is no conflict', () =>
    sides((mine, theirs) => {
      const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)]
      expect(one.conflicts.length).toBe(other.conflicts.length)
      if (one.conflicts.length === 0) expect(sorted(one.content)).toEqual(sorted(other.content))
    }))

  it('keeps every text that either changed, in the draft or in a conflict', () =>
    sides((mine, theirs) => {
      const before = new Set(textsIn(base))
      const merged = merge(base, mine, theirs)
      const after = new Set([...textsIn(merged.content), ...textsIn(merged.conflicts)])
      for (const said of [...textsIn(mine), ...textsIn(theirs)])
        if (!before.has(said)) expect(after).toContain(said)
    }))
})
