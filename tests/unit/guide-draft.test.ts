import { describe, expect, it } from 'vitest'
import { checkDraft } from '@/lib/guide/checks'
import { differencesOf } from '@/lib/guide/differences'
import { type GuideDraftContent, contentOf, draftSchema } from '@/lib/guide/draft'
import { guideContent } from '@/lib/guide/schemas'
import { seededGuides } from '@/lib/guide/seed/contents'

const seeded = seededGuides.find(({ cardType, channel }) => cardType === 'sim' && channel === 'in_store')
if (!seeded) throw new Error('no guide')
const draftOf = (change: (draft: GuideDraftContent) => void = () => {}) => {
  const draft = draftSchema.parse(structuredClone(seeded.content))
  change(draft)
  return draft
}
const targets = { pages: { '/guide': [], '/guide/sim/online': ['steps'] }, pictures: ['0197b1c0-0000-7000-8000-000000000001'] }
const faults = (change: (draft: GuideDraftContent) => void) => checkDraft(draftOf(change), 'sim', 'in_store', targets).map(({ code, where }) => `${code} ${where}`)

const saying = (text: string) => (draft: GuideDraftContent) => void Object.assign(draft.reasons[0] as object, { text: { zh: text, en: 'fine' } })

describe('a draft', () => {
  it('of every seeded guide passes, and comes back as the content that it was', () => {
    for (const { cardType, channel, content } of seededGuides) {
      expect(checkDraft(draftSchema.parse(content), cardType, channel, targets)).toEqual([])
      expect(guideContent.parse(contentOf(draftSchema.parse(content)))).toEqual(content)
    }
  })

  it.each([
    ['a kind that the path demands is missing', (draft: GuideDraftContent) => void Object.assign(draft, { steps: draft.steps.filter(({ kind }) => kind !== 'obligations') }), ['kind_missing obligations']],
    ['a kind stands twice', (draft: GuideDraftContent) => void draft.steps.push({ ...(draft.steps.find(({ kind }) => kind === 'advice') as GuideDraftContent['steps'][number]), id: 'advice_again' }), ['kind_twice advice']],
    ['a step that the path never comes to', (draft: GuideDraftContent) => void draft.steps.push({ ...(draft.steps[0] as GuideDraftContent['steps'][number]), id: 'unlock', kind: 'device_unlock' }), ['kind_not_asked device_unlock']],
    ['a translation is missing', (draft: GuideDraftContent) => void Object.assign(draft.reasons[0] as object, { title: { zh: '有', en: ' ' } }), ['text_missing_en reasons.']],
    ['an id stands twice', (draft: GuideDraftContent) => void draft.aftercare.push(draft.aftercare[0] as GuideDraftContent['aftercare'][number]), ['id_twice aftercare.']],
    ['a text has no words', saying('** **'), ['text_empty reasons.']],
    ['a link leads to no page of ours', saying('[here](/guide/nowhere)'), ['page_unknown reasons.']],
    ['a link leads to no place on a page of ours', saying('[here](/en/guide/sim/online#steps) [there](/guide/sim/online#nowhere)'), ['anchor_unknown reasons.']],
    ['an anchor of its own page leads nowhere', saying('[this](#steps-card_return) [that](#steps-nothing)'), ['anchor_unknown reasons.']],
    ['an outside address is none', saying('[a](https://www.10086.cn/x) [b](tel:10086) [c](www.10086.cn) '), ['address_malformed reasons.']],
    ['a script stands for an address', saying('[a](javascript:alert(1))'), ['address_malformed reasons.']],
    ['a picture is not ours', saying('![x](https://elsewhere.example/x.png)'), ['picture_unknown reasons.']],
    ['a picture has no words', saying('![](/api/pictures/0197b1c0-0000-7000-8000-000000000001)'), ['picture_wordless reasons.']],
    ['HTML stands in a text', saying('a <script>alert(1)</script>'), ['html_unseen reasons.']],
    ['a material is never asked for', (draft: GuideDraftContent) => void Object.assign(draft.materials[0] as object, { when: ['card_gone', 'device_gone'], unless: ['card_gone'] }), ['material_never_asked materials.']],
    ['a section is empty', (draft: GuideDraftContent) => void Object.assign(draft, { materials: [] }), ['section_empty materials']],
  ])('is faulty: %s', (_, change, expected) => {
    const found = faults(change)
    expect(found).toHaveLength(expected.length)
    for (const [place, fault] of expected.entries()) expect(found[place]).toContain(fault)
  })
})

describe('what a draft would change', () => {
  it('is nothing for the same, and names what is added, removed, moved and said otherwise', () => {
    expect(differencesOf(seeded.content, contentOf(draftOf()))).toEqual([])
    const changed = contentOf(draftOf((draft) => {
      draft.reasons.reverse()
      draft.aftercare.pop()
      Object.assign(draft.intro, { en: 'New words' })
      draft.materials.push({ id: 'extra', title: { zh: '多', en: 'More' }, text: { zh: '多', en: 'More' } })
    }))
    const found = differencesOf(seeded.content, changed)
    expect(found).toContainEqual({ kind: 'changed', where: 'intro', field: 'intro.en', before: seeded.content.intro.en, after: 'New words' })
    expect(found).toContainEqual({ kind: 'added', where: 'materials.extra' })
    expect(found.filter(({ kind }) => kind === 'removed')).toHaveLength(1)
    expect(found.some(({ kind, where }) => kind === 'moved' && where.startsWith('reasons.'))).toBe(true)
  })
})
