import { describe, expect, it } from 'vitest'
import { checkDraft } from '@/lib/guide/checks'
import { differencesOf } from '@/lib/guide/differences'
import { type GuideDraftContent, contentOf, draftFormSchema, draftSchema } from '@/lib/guide/draft'
import type { StepKind } from '@/lib/domain/step-kinds'
import { guideContent } from '@/lib/guide/schemas'
import { seededGuides } from '@/lib/guide/seed/contents'

const seeded = seededGuides.find(
  ({ cardType, channel }) => cardType === 'sim' && channel === 'in_store',
)
if (!seeded) throw new Error('no guide')
const draftOf = (change: (draft: GuideDraftContent) => void = () => {}) => {
  const draft = draftSchema.parse(structuredClone(seeded.content))
  change(draft)
  return draft
}
const targets = {
  pages: { '/guide': [], '/guide/sim/online': ['steps'] },
  pictures: ['0197b1c0-0000-7000-8000-000000000001'],
}
const faults = (change: (draft: GuideDraftContent) => void) =>
  checkDraft(draftOf(change), 'sim', 'in_store', targets).map(
    ({ code, where }) => `${code} ${where}`,
  )

const saying = (text: string) => (draft: GuideDraftContent) =>
  void Object.assign(draft.reasons[0] as object, { text: { zh: text, en: 'fine' } })

describe('a step without a staff side', () => {
  const [first, ...others] = seeded.content.steps.map(({ staff, ...step }) => step)
  if (!first) throw new Error('no step')

  it('of an earlier revision or draft says to staff what it says to customers', () => {
    const earlier = { ...seeded.content, steps: [first, ...others] }
    for (const read of [guideContent.parse(earlier), draftSchema.parse(earlier)])
      expect(read.steps[0]?.staff).toEqual({ title: first.title, text: first.text })
  })

  it('is not filled in when an editor emptied it, and cannot be published', () => {
    const emptied = draftFormSchema.parse({ ...seeded.content, steps: [first] })
    expect(emptied.steps[0]?.staff.title).toEqual({ zh: '', en: '' })
    expect(
      checkDraft(emptied, 'sim', 'in_store', targets).flatMap(({ code, where, at }) =>
        at.startsWith('steps.0.staff.') ? [`${code} ${where} ${at}`] : [],
      ),
    ).toEqual([
      `text_missing_zh steps.${first.id} steps.0.staff.title.zh`,
      `text_missing_en steps.${first.id} steps.0.staff.title.en`,
      `text_missing_zh steps.${first.id} steps.0.staff.text.zh`,
      `text_missing_en steps.${first.id} steps.0.staff.text.en`,
    ])
  })
})

describe('a draft', () => {
  it('of every seeded guide passes, and comes back as the content that it was', () => {
    for (const { cardType, channel, content } of seededGuides) {
      expect(checkDraft(draftSchema.parse(content), cardType, channel, targets)).toEqual([])
      expect(guideContent.parse(contentOf(draftSchema.parse(content)))).toEqual(content)
    }
  })

  it.each([
    [
      'a kind that the path demands is missing',
      (draft: GuideDraftContent) =>
        void Object.assign(draft, {
          steps: draft.steps.filter(({ kind }) => kind !== 'obligations'),
        }),
      ['kind_missing obligations'],
    ],
    [
      'a kind stands twice',
      (draft: GuideDraftContent) =>
        void draft.steps.push({
          ...(draft.steps.find(
            ({ kind }) => kind === 'advice',
          ) as GuideDraftContent['steps'][number]),
          id: 'advice_again',
        }),
      ['kind_twice advice'],
    ],
    [
      'a step that the path never comes to',
      (draft: GuideDraftContent) =>
        void draft.steps.push({
          ...(draft.steps[0] as GuideDraftContent['steps'][number]),
          id: 'unlock',
          kind: 'device_unlock',
        }),
      ['kind_not_asked device_unlock'],
    ],
    [
      'a translation is missing',
      (draft: GuideDraftContent) =>
        void Object.assign(draft.reasons[0] as object, { title: { zh: '有', en: ' ' } }),
      ['text_missing_en reasons.'],
    ],
    [
      'an id stands twice',
      (draft: GuideDraftContent) =>
        void draft.aftercare.push(draft.aftercare[0] as GuideDraftContent['aftercare'][number]),
      ['id_twice aftercare.'],
    ],
    ['a text has no words', saying('** **'), ['text_empty reasons.']],
    [
      'a link leads to no page of ours',
      saying('[here](/guide/nowhere)'),
      ['page_unknown reasons.'],
    ],
    [
      'a link leads to no place on a page of ours',
      saying('[here](/en/guide/sim/online#steps) [there](/guide/sim/online#nowhere)'),
      ['anchor_unknown reasons.'],
    ],
    [
      'an anchor of its own page leads nowhere',
      saying('[this](#steps-card_return) [that](#steps-nothing)'),
      ['anchor_unknown reasons.'],
    ],
    [
      'an outside address is none',
      saying('[a](https://www.10086.cn/x) [b](tel:10086) [c](www.10086.cn) '),
      ['address_malformed reasons.'],
    ],
    [
      'a script stands for an address',
      saying('[a](javascript:alert(1))'),
      ['address_malformed reasons.'],
    ],
    [
      'a picture is not ours',
      saying('![x](https://elsewhere.example/x.png)'),
      ['picture_unknown reasons.'],
    ],
    [
      'a picture has no words',
      saying('![](/api/pictures/0197b1c0-0000-7000-8000-000000000001)'),
      ['picture_wordless reasons.'],
    ],
    ['HTML stands in a text', saying('a <script>alert(1)</script>'), ['html_unseen reasons.']],
    [
      'a material is never asked for',
      (draft: GuideDraftContent) =>
        void Object.assign(draft.materials[0] as object, {
          when: ['card_gone', 'device_gone'],
          unless: ['card_gone'],
        }),
      ['material_never_asked materials.'],
    ],
    [
      'a section is empty',
      (draft: GuideDraftContent) => void Object.assign(draft, { materials: [] }),
      ['section_empty materials'],
    ],
  ])('is faulty: %s', (_, change, expected) => {
    const found = faults(change)
    expect(found).toHaveLength(expected.length)
    for (const [place, fault] of expected.entries()) expect(found[place]).toContain(fault)
  })
})

describe('the faults of a draft', () => {
  const picture = '/api/pictures/0197b1c0-0000-7000-8000-000000000001'
  type Item = GuideDraftContent['reasons'][number]
  const first = (change: object) => (draft: GuideDraftContent) =>
    void Object.assign(draft.reasons[0] as Item, change)
  const said = (zh: string, en = zh) => first({ text: { zh, en } })
  const where = `reasons.${seeded.content.reasons[0]?.id}`
  const chinese = 'reasons.0.text.zh'
  const stepCount = seeded.content.steps.length
  const all = (change: (draft: GuideDraftContent) => void) =>
    checkDraft(draftOf(change), 'sim', 'in_store', targets)
  const step = (draft: GuideDraftContent, kind: string) => ({
    ...(draft.steps[0] as GuideDraftContent['steps'][number]),
    id: `more_${draft.steps.length}`,
    kind: kind as StepKind,
  })
  const asked = (change: object) => (draft: GuideDraftContent) =>
    void Object.assign(draft.materials[0] as object, change)
  const material = `materials.${seeded.content.materials[0]?.id}`

  it.each([
    [
      'none where more instructions come',
      (draft) => {
        draft.steps.push(step(draft, 'instruction'))
        draft.steps.push(step(draft, 'instruction'))
      },
      [],
    ],
    [
      'a kind told of once that stands thrice',
      (draft) => {
        draft.steps.push(step(draft, 'advice'))
        draft.steps.push(step(draft, 'advice'))
      },
      [{ code: 'kind_twice', where: 'advice', at: `steps.${stepCount + 1}.kind` }],
    ],
    [
      'a kind told of once that the path never asks for',
      (draft) => {
        draft.steps.push(step(draft, 'device_check'))
        draft.steps.push(step(draft, 'device_check'))
      },
      [
        { code: 'kind_twice', where: 'device_check', at: `steps.${stepCount + 1}.kind` },
        { code: 'kind_not_asked', where: 'device_check', at: `steps.${stepCount}.kind` },
      ],
    ],
    [
      'an id told of once that stands thrice',
      (draft) => {
        const [reason] = draft.reasons as [Item]
        draft.reasons.push(reason)
        draft.reasons.push(reason)
      },
      [{ code: 'id_twice', where, at: `reasons.${seeded.content.reasons.length + 1}.id` }],
    ],
    [
      'both languages of an introduction',
      (draft) => {
        draft.intro = { zh: ' ', en: '' }
      },
      [
        { code: 'text_missing_zh', where: 'intro', at: 'intro.zh' },
        { code: 'text_missing_en', where: 'intro', at: 'intro.en' },
      ],
    ],
    [
      'a link of the introduction',
      (draft) => {
        draft.intro = { zh: '[x](/nowhere)', en: 'fine' }
      },
      [{ code: 'page_unknown', where: 'intro', at: 'intro.zh', what: '/nowhere' }],
    ],
    [
      'a title without either language',
      first({ title: { zh: '', en: '' } }),
      [
        { code: 'text_missing_zh', where, at: 'reasons.0.title.zh' },
        { code: 'text_missing_en', where, at: 'reasons.0.title.en' },
      ],
    ],
    [
      'title and text without Chinese, one by one',
      first({
        title: { zh: '', en: 'a' },
        text: { zh: ' ', en: 'b' },
      }),
      [
        { code: 'text_missing_zh', where, at: 'reasons.0.title.zh' },
        { code: 'text_missing_zh', where, at: 'reasons.0.text.zh' },
      ],
    ],
    [
      'title and text without English, one by one',
      first({
        title: { zh: 'a', en: '' },
        text: { zh: 'b', en: ' ' },
      }),
      [
        { code: 'text_missing_en', where, at: 'reasons.0.title.en' },
        { code: 'text_missing_en', where, at: 'reasons.0.text.en' },
      ],
    ],
    [
      'a wrong link that stands twice, once for each language',
      said('[x](/nowhere) [y](/nowhere)'),
      [
        { code: 'page_unknown', where, at: 'reasons.0.text.zh', what: '/nowhere' },
        { code: 'page_unknown', where, at: 'reasons.0.text.en', what: '/nowhere' },
      ],
    ],
    [
      'two wrong links, one by one',
      said('[x](/nowhere) [y](/elsewhere)', 'fine'),
      [
        { code: 'page_unknown', where, at: 'reasons.0.text.zh', what: '/nowhere' },
        { code: 'page_unknown', where, at: 'reasons.0.text.zh', what: '/elsewhere' },
      ],
    ],
    [
      'a wrong link in English alone',
      said('fine', '[x](/nowhere)'),
      [{ code: 'page_unknown', where, at: 'reasons.0.text.en', what: '/nowhere' }],
    ],
    ['a picture of ours', said(`![seen](${picture})`), []],
    [
      'a picture that is gone',
      said(`![seen](${picture}0)`, 'fine'),
      [{ code: 'picture_unknown', where, at: chinese, what: `${picture}0` }],
    ],
    [
      'a picture without words',
      said(`words ![ ](${picture})`, 'fine'),
      [{ code: 'picture_wordless', where, at: chinese }],
    ],
    [
      'a text that is a picture without words',
      said(`![](${picture})`, 'fine'),
      [{ code: 'picture_wordless', where, at: chinese }],
    ],
    [
      'a text that is HTML alone',
      said('<p>all</p>', 'fine'),
      [{ code: 'html_unseen', where, at: chinese }],
    ],
    ['a text without words', said('** **', 'fine'), [{ code: 'text_empty', where, at: chinese }]],
    [
      'a wrong link in a cell of a table',
      said('| a | b |\n| - | - |\n| c | [d](/nowhere) |', 'fine'),
      [{ code: 'page_unknown', where, at: chinese, what: '/nowhere' }],
    ],
    [
      'a material asked in no circumstance of this path',
      asked({ when: ['device_gone'] }),
      [{ code: 'material_never_asked', where: material, at: 'materials.0.when' }],
    ],
    ['a material asked in one of them', asked({ when: ['device_gone', 'card_gone'] }), []],
    [
      'a material whose every circumstance is ruled out',
      asked({
        when: ['card_gone'],
        unless: ['card_gone'],
      }),
      [{ code: 'material_never_asked', where: material, at: 'materials.0.when' }],
    ],
    [
      'a material of which one circumstance is left',
      asked({
        when: ['card_gone', 'expired_document'],
        unless: ['card_gone'],
      }),
      [],
    ],
    ['a material with an empty list', asked({ when: [] }), []],
  ] as [string, (draft: GuideDraftContent) => void, object[]][])('%s', (_, change, expected) => {
    expect(all(change)).toEqual(expected)
  })

  it('report each missing kind and section of an empty guide', () => {
    const bare = draftSchema.parse({ intro: { zh: '好', en: 'fine' } })
    const found = checkDraft(bare, 'esim', 'online', targets)
    expect(found.filter(({ code }) => code === 'section_empty').map(({ where }) => where)).toEqual([
      'reasons',
      'materials',
      'steps',
      'aftercare',
    ])
    expect(found.filter(({ code }) => code === 'kind_missing')).toHaveLength(10)
    expect(found).toHaveLength(14)
  })
})

describe('what a draft would change', () => {
  it('is empty for equal guides, and lists what was added, removed, moved and reworded', () => {
    expect(differencesOf(seeded.content, contentOf(draftOf()))).toEqual([])
    const changed = contentOf(
      draftOf((draft) => {
        draft.reasons.reverse()
        draft.aftercare.pop()
        Object.assign(draft.intro, { en: 'New words' })
        draft.materials.push({
          id: 'extra',
          title: { zh: '多', en: 'More' },
          text: { zh: '多', en: 'More' },
        })
      }),
    )
    const found = differencesOf(seeded.content, changed)
    expect(found).toContainEqual({
      kind: 'changed',
      where: 'intro',
      field: 'intro.en',
      before: seeded.content.intro.en,
      after: 'New words',
    })
    expect(found).toContainEqual({ kind: 'added', where: 'materials.extra' })
    expect(found.filter(({ kind }) => kind === 'removed')).toHaveLength(1)
    expect(found.some(({ kind, where }) => kind === 'moved' && where.startsWith('reasons.'))).toBe(
      true,
    )
  })
})
