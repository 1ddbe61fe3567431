import { describe, expect, it } from 'vitest'
import { isStepKind, kindsDemanded, phaseOf, stepKinds } from '@/lib/domain/step-kinds'
import { materialsToNote, narrowest, resolution, stepPhase } from '@/lib/guide/resolve'
import type { GuideMaterial, GuideStep } from '@/lib/guide/schemas'

const guide = (carrier: string | null, region: string | null, more: object = {}) => ({
  id: `${carrier}-${region}`,
  carrier,
  region,
  retired: false,
  revision: 1,
  ...more,
})
const both = guide('cm', 'SH')
const carrier = guide('cm', null)
const region = guide(null, 'SH')
const everyone = guide(null, null)

describe('the guide that applies', () => {
  it.each([
    ['carrier and region first', [everyone, region, carrier, both], both],
    ['in whatever order they come', [both, carrier, region, everyone], both],
    ['the carrier before the region', [region, everyone, carrier], carrier],
    ['the region before everyone', [everyone, region], region],
    ['everyone at last', [everyone], everyone],
    ['the first of two alike', [carrier, { ...carrier, id: 'second' }], carrier],
    ['none of another carrier or region', [guide('cu', 'SH'), guide('cm', 'BJ')], null],
    ['none at all', [], null],
  ])('%s', (_, guides, expected) => expect(narrowest(guides, 'cm', 'SH')).toBe(expected))

  it('is listed beside wider guides and those that cannot apply', () => {
    const whys = (guides: ReturnType<typeof guide>[]) =>
      resolution(guides, 'cm', 'SH').map(({ why }) => why)
    expect(whys([both, carrier, region, everyone])).toEqual(['applies', 'wider', 'wider', 'wider'])
    expect(whys([guide('cm', 'SH', { retired: true }), everyone])).toEqual([
      'retired',
      'none',
      'none',
      'applies',
    ])
    expect(whys([guide('cm', null, { revision: null }), region])).toEqual([
      'none',
      'never_published',
      'applies',
      'none',
    ])
    expect(whys([guide('cu', null), guide(null, 'BJ')])).toEqual(['none', 'none', 'none', 'none'])
  })

  it('comes from one of four levels, narrowest first', () => {
    const retired = guide(null, 'SH', { retired: true, revision: null })
    expect(resolution([carrier, retired], 'cm', 'SH')).toEqual([
      { carrier: 'cm', region: 'SH', id: null, revision: null, why: 'none' },
      { carrier: 'cm', region: null, id: 'cm-null', revision: 1, why: 'applies' },
      { carrier: null, region: 'SH', id: 'null-SH', revision: null, why: 'retired' },
      { carrier: null, region: null, id: null, revision: null, why: 'none' },
    ])
  })
})

describe('the phase of a step', () => {
  const step = (kind: string, phase?: string) => ({ id: 'x', kind, phase }) as GuideStep

  it.each([
    ['carrier_submission', 'after_approval', 'before_review'],
    ['review_wait', 'in_review', 'in_review'],
    ['device_check', 'after_approval', 'after_approval'],
    ['receipt', 'after_completion', 'after_completion'],
    ['aftercare', 'after_completion', 'after_completion'],
    ['materials', 'before_review', 'before_review'],
    ['card_return', 'before_review', 'before_review'],
  ] as const)('%s: in store %s, online %s', (kind, inStore, online) => {
    expect(phaseOf(kind, 'in_store')).toBe(inStore)
    expect(phaseOf(kind, 'online')).toBe(online)
    expect(stepPhase(step(kind, 'after_completion'), 'online')).toBe(online)
  })

  it('of an instruction is what the guide says, before review when it says nothing', () => {
    expect(stepPhase(step('instruction', 'after_approval'), 'online')).toBe('after_approval')
    expect(stepPhase(step('instruction'), 'in_store')).toBe('before_review')
  })
})

describe('the kinds of steps', () => {
  const usual = [
    'materials',
    'identity_check',
    'obligations',
    'balance',
    'advice',
    'carrier_submission',
    'receipt',
    'aftercare',
  ]

  it.each([
    ['sim', 'in_store', [...usual, 'application_form', 'card_return']],
    ['sim', 'online', [...usual, 'review_wait']],
    ['esim', 'in_store', [...usual, 'application_form', 'device_unlock', 'device_check']],
    ['esim', 'online', [...usual, 'review_wait', 'device_check']],
  ] as const)('that a guide for %s %s cannot be without', (cardType, channel, kinds) => {
    expect(kindsDemanded(cardType, channel)).toEqual(kinds)
  })

  it('are distinguished from other words', () => {
    expect(stepKinds.every(isStepKind)).toBe(true)
    expect(isStepKind('shopping')).toBe(false)
    expect([...stepKinds].sort()).toEqual(
      [
        ...usual,
        'application_form',
        'card_return',
        'device_check',
        'device_unlock',
        'instruction',
        'review_wait',
      ].sort(),
    )
  })
})

describe('a material', () => {
  it.each([
    ['asked of everyone', {}, true],
    ['never noted', { notNoted: true }, false],
    ['asked of this applicant', { askedOf: ['agent', 'self'] }, true],
    ['asked of another', { askedOf: ['agent'] }, false],
    ['asked of nobody', { askedOf: [] }, false],
    ['asked in one of these circumstances', { when: ['device_gone', 'card_gone'] }, true],
    ['asked in others', { when: ['device_gone'] }, false],
    ['asked but in these', { unless: ['device_gone', 'card_gone'] }, false],
    ['asked but in others', { unless: ['device_gone'] }, true],
    [
      'asked here, were it not for the other',
      { when: ['card_gone'], unless: ['expired_document'] },
      false,
    ],
  ] as [string, Partial<GuideMaterial>, boolean][])('%s', (_, change, asked) => {
    const material = { id: 'm', ...change } as GuideMaterial
    const noted = materialsToNote([material], 'self', ['card_gone', 'expired_document'])
    expect(noted).toEqual(asked ? [material] : [])
  })
})
