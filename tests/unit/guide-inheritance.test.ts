import { describe, expect, it } from 'vitest'
import { type GuideDraftContent, draftSchema } from '@/lib/guide/draft'
import { widerThan } from '@/lib/guide/resolve'
import { differencesByRow } from '@/lib/guide/row-differences'
import type { GuideContent } from '@/lib/guide/schemas'
import { type KnownGuide, standings } from '@/lib/guide/standing'
import { type Choice, fieldOf, takenOver, widerChanges } from '@/lib/guide/taking-over'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
/** A guide named by its place, such as `cm-SH`; revisions oldest first, by the day they came. */
function guide(name: string, published: number[], more: Partial<KnownGuide> = {}): KnownGuide {
  const [carrier, region] = name.split('-').map((part) => (part === '*' ? null : part))
  return {
    id: name,
    carrier: carrier ?? null,
    region: region ?? null,
    addedAt: day(published[0] ?? 1),
    retiredAt: null,
    revisions: published
      .map((at) => ({ id: `${name} of ${at}`, publishedAt: day(at), levelWith: null }))
      .toReversed(),
    draftLevelWith: null,
    ...more,
  }
}
const general = guide('*-*', [1, 5])

describe('the wider guide', () => {
  const all = ['cm-SH', 'cm-*', '*-SH', '*-*', 'cu-*', '*-BJ'].map((name) => guide(name, [1]))
  const without = (...names: string[]) => all.filter(({ id }) => !names.includes(id))
  const of = (name: string) => guide(name, [1])

  it.each([
    ['cm-SH', all, 'cm-*'],
    ['cm-SH', without('cm-*'), '*-SH'],
    ['cm-SH', without('cm-*', '*-SH'), '*-*'],
    ['cm-*', all, '*-*'],
    ['*-SH', all, '*-*'],
    ['*-*', all, undefined],
  ])('of %s is what would apply without it', (name, guides, expected) =>
    expect(widerThan(guides, of(name))?.id).toBe(expected),
  )
})

describe('a narrower guide stands', () => {
  const standing = (...guides: KnownGuide[]) => standings(guides).get('cm-SH')

  it('level with what applied when it was added, where nothing else is known', () => {
    expect(standing(general, guide('cm-SH', [3]))).toEqual({
      wider: '*-* of 5',
      live: '*-* of 1',
      draft: '*-* of 1',
    })
    expect(standing(general, guide('cm-*', [2]), guide('cm-SH', [3]))?.live).toBe('cm-* of 2')
    // The carrier's guide came later: until then the general one applied.
    expect(standing(general, guide('cm-*', [4]), guide('cm-SH', [3]))).toMatchObject({
      wider: 'cm-* of 4',
      live: '*-* of 1',
    })
    // One that has been retired since applied then.
    const retired = guide('cm-*', [2], { retiredAt: day(4) })
    expect(standing(general, retired, guide('cm-SH', [3]))).toMatchObject({
      wider: '*-* of 5',
      live: 'cm-* of 2',
    })
    expect(standing(guide('*-*', [4]), guide('cm-SH', [3]))?.live).toBeNull()
  })

  it('by what its revision and its draft were brought level with', () => {
    const revisions = [{ id: 'own', publishedAt: day(6), levelWith: '*-* of 5' }]
    expect(standing(general, guide('cm-SH', [3], { revisions }))).toMatchObject({
      live: '*-* of 5',
      draft: '*-* of 5',
    })
    expect(standing(general, guide('cm-SH', [3], { draftLevelWith: '*-* of 5' }))).toMatchObject({
      live: '*-* of 1',
      draft: '*-* of 5',
    })
  })

  it('by none that is not published or not in use; a general one has nothing wider', () => {
    expect(standing(guide('*-*', []), guide('cm-SH', [3]))).toBeUndefined()
    expect(standing(general, guide('cm-*', []), guide('cm-SH', [3]))?.wider).toBe('*-* of 5')
    expect(standings([general]).size).toBe(0)
  })
})

const both = (words: string) => ({ zh: `${words}。`, en: words })
const item = (id: string, words = id) => ({ id, title: both(words), text: both(`${words} text`) })
const content = (change: Partial<GuideDraftContent> = {}): GuideDraftContent => ({
  ...draftSchema.parse({ intro: both('intro') }),
  reasons: [item('cost'), item('other')],
  materials: [item('identity'), item('form'), item('card')],
  aftercare: [item('watch')],
  ...change,
})
const materials = (...rows: ReturnType<typeof item>[]) => content({ materials: rows })
const ids = (guide: GuideDraftContent) => guide.materials.map(({ id }) => id)
const titles = (guide: GuideDraftContent) => guide.materials.map(({ title }) => title.en)

describe('where two guides differ', () => {
  it('is said by place, a row that only one has with all its fields', () => {
    const before = content()
    const after = content({
      intro: { ...before.intro, zh: '开头。' },
      materials: [item('form'), item('identity', 'passport'), item('photo')],
    })
    const found = differencesByRow(before as GuideContent, after as GuideContent)
    expect(found.map(({ where, kind }) => `${where} ${kind}`)).toEqual([
      'intro changed',
      'materials moved',
      'materials.identity changed',
      'materials.photo added',
      'materials.card removed',
    ])
    expect(found[0]?.fields).toEqual([{ field: 'intro.zh', before: 'intro。', after: '开头。' }])
    expect(found[3]?.fields).toContainEqual({ field: 'title.en', before: '', after: 'photo' })
    expect(found[4]?.fields).toContainEqual({ field: 'text.en', before: 'card text', after: '' })
  })
})

describe('what the wider guide changed', () => {
  const base = content()
  const taken = (
    wider: GuideDraftContent,
    own: GuideDraftContent,
    choices: Record<string, Choice> = {},
  ) => takenOver(base, wider, own, (where) => choices[where] ?? 'own')
  const wheres = (wider: GuideDraftContent, own: GuideDraftContent) =>
    widerChanges(base, wider, own).map(({ where }) => where)

  it('comes into the narrower one, whose own words stay', () => {
    const wider = materials(
      item('identity', 'a passport'),
      item('form'),
      item('card'),
      item('photo'),
    )
    const own = materials(item('identity'), item('form', 'our form'), item('card'))
    expect(titles(taken(wider, own))).toEqual(['a passport', 'our form', 'card', 'photo'])
  })

  it('is left where that is chosen: rows changed, added, removed, and put in order', () => {
    const wider = content({
      intro: both('begin'),
      materials: [item('card'), item('photo'), item('identity', 'a passport')],
    })
    const leave = (...where: string[]) =>
      Object.fromEntries(where.map((one) => [one, 'leave' as const]))
    expect(ids(taken(wider, base))).toEqual(['card', 'photo', 'identity'])
    expect(titles(taken(wider, base, leave('materials.identity')))[2]).toBe('identity')
    expect(ids(taken(wider, base, leave('materials.photo')))).toEqual(['card', 'identity'])
    expect(ids(taken(wider, base, leave('materials.form')))).toContain('form')
    expect(ids(taken(wider, base, leave('materials', 'materials.form')))).toEqual([
      'identity',
      'photo',
      'form',
      'card',
    ])
    expect(taken(wider, base, leave('intro')).intro).toEqual(base.intro)
    const all = [
      'intro',
      'materials',
      ...['identity', 'form', 'card', 'photo'].map((id) => `materials.${id}`),
    ]
    expect(taken(wider, base, leave(...all))).toEqual(base)
  })

  it('stands against words of its own only where that is chosen', () => {
    const wider = materials(item('identity', 'a passport'), item('form'), item('card'))
    const own = materials(item('identity', 'a residence permit'), item('form'), item('card'))
    expect(titles(taken(wider, own))[0]).toBe('a residence permit')
    expect(titles(taken(wider, own, { 'materials.identity': 'leave' }))[0]).toBe(
      'a residence permit',
    )
    expect(titles(taken(wider, own, { 'materials.identity': 'take' }))[0]).toBe('a passport')
    const [change] = widerChanges(base, wider, own)
    expect(change?.conflicts.map(({ field, language }) => `${field} ${language}`)).toEqual([
      'title zh',
      'title en',
      'text zh',
      'text en',
    ])
    expect(change?.conflicts[1]).toMatchObject({ mine: 'a passport', theirs: 'a residence permit' })
  })

  it('is named by the field that differs where both changed it', () => {
    const row = (words: string) => content({ intro: both(words), reasons: [item('cost', words)] })
    const changes = widerChanges(base, row('wider'), row('own'))
    expect(changes.map(({ conflicts }) => conflicts.map(fieldOf))).toEqual([
      ['intro.zh', 'intro.en'],
      ['title.zh', 'title.en', 'text.zh', 'text.en'],
    ])
    for (const { conflicts, fields } of changes)
      for (const one of conflicts) expect(fields.map(({ field }) => field)).toContain(fieldOf(one))
  })

  it('brings back no row that the narrower one removed, and takes none that it changed', () => {
    const changed = materials(item('identity'), item('form', 'new form'), item('card'))
    const without = materials(item('identity'), item('card'))
    expect(ids(taken(changed, without))).toEqual(['identity', 'card'])
    expect(titles(taken(changed, without, { 'materials.form': 'take' }))).toContain('new form')
    expect(titles(taken(without, changed))).toContain('new form')
    expect(ids(taken(without, changed, { 'materials.form': 'take' }))).toEqual(['identity', 'card'])
  })

  it('is nothing where the narrower one says the same already', () => {
    const wider = content({
      intro: both('begin'),
      materials: [item('identity', 'a passport'), item('form'), item('card')],
    })
    expect(wheres(wider, base)).toEqual(['intro', 'materials.identity'])
    expect(wheres(wider, { ...base, intro: both('begin') })).toEqual(['materials.identity'])
    expect(wheres(wider, wider)).toEqual([])
    expect(wheres(base, base)).toEqual([])
  })
})
