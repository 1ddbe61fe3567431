import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Ages,
  ageOn,
  ageQuestions,
  explanationsOf,
  unanswered,
} from '@/lib/cancellation/rules/questions'
import { usualAdultAge } from '@/lib/carriers/rulebook/answer'
import { addDays } from '@/lib/domain/days'
import { relations } from '@/lib/domain/coded-values'

const today = '2026-03-10'

describe('an age', () => {
  it.each([
    ['2008-03-10', 18],
    ['2008-03-11', 17],
    ['2008-02-29', 18],
    ['2026-03-09', 0],
    ['1926-03-10', 100],
  ])('of somebody born on %s: %i', (born, years) => expect(ageOn(today, born)).toBe(years))

  it('of who was born on 29 February is complete on 1 March of other years', () => {
    expect(ageOn('2026-02-28', '2008-02-29')).toBe(17)
    expect(ageOn('2026-03-01', '2008-02-29')).toBe(18)
    expect(ageOn('2028-02-29', '2008-02-29')).toBe(20)
  })

  it('grows by at most one a day', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1900-01-01', days))
    fc.assert(
      fc.property(day, day, (born, on) => {
        const [before, after] = [ageOn(on, born), ageOn(addDays(on, 1), born)]
        expect(after - before).toBeGreaterThanOrEqual(0)
        expect(after - before).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('what is asked about ages (P25)', () => {
  const adult = '1980-01-01'
  const [at15, at16, at17, at18] = ['2010-03-11', '2010-03-10', '2008-03-11', '2008-03-10']
  const asked = (ages: Ages) =>
    ageQuestions(ages, today, usualAdultAge).map(({ code, refused }) =>
      refused ? `${code}: ${refused.fault}` : code,
    )

  it.each([
    ['self', at18, null, []],
    ['self', at17, null, ['holder_minor']],
    ['self', at16, null, ['holder_minor']],
    ['self', at15, null, ['holder_minor: holder_needs_guardian']],
    ['self', null, null, []],
    ['agent', at17, adult, ['holder_minor']],
    ['agent', adult, at17, ['applicant_minor']],
    ['agent', adult, at15, ['applicant_minor: applicant_too_young']],
    ['agent', at15, at15, ['holder_minor: holder_needs_guardian', tooYoung()]],
    ['guardian', at15, adult, []],
    ['guardian', at15, at17, ['applicant_minor']],
    ['guardian', adult, adult, ['guardian_not_older']],
    ['guardian', adult, at18, ['guardian_not_older']],
    ['guardian', at15, null, []],
    ['heir', at15, adult, []],
    ['heir', at15, at17, ['applicant_minor']],
    ['company_agent', null, at17, ['applicant_minor']],
  ] as const)('%s, holder born %s, applicant born %s: %j', (relation, holder, other, expected) =>
    expect(asked({ relation, holderBorn: holder, applicantBorn: other })).toEqual(expected),
  )

  function tooYoung() {
    return 'applicant_minor: applicant_too_young' as const
  }

  it('follows the age that the carrier has set', () => {
    const ages = { relation: 'self', holderBorn: at17, applicantBorn: null } as const
    expect(ageQuestions(ages, today, 16)).toEqual([])
    expect(ageQuestions({ ...ages, holderBorn: at18 }, today, 20)).toHaveLength(1)
  })

  it('has no answer below 16, and any reason answers from then on', () => {
    const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(today, -1 - days))
    const people = fc.record({
      relation: fc.constantFrom(...relations),
      holderBorn: fc.option(day),
      applicantBorn: fc.option(day),
    })
    const reasons = { holder_minor: 'why', applicant_minor: 'why', guardian_not_older: 'why' }
    fc.assert(
      fc.property(people, (ages) => {
        const questions = ageQuestions(ages, today, usualAdultAge)
        const left = Object.keys(unanswered(questions, reasons))
        expect(left).toHaveLength(questions.filter(({ refused }) => refused).length)
        for (const { refused } of questions) {
          if (!refused) continue
          const whose = refused.path === 'applicant.relation' ? ages.holderBorn : ages.applicantBorn
          expect(ageOn(today, whose ?? today)).toBeLessThan(16)
        }
      }),
    )
  })
})

describe('answers', () => {
  const questions = ageQuestions(
    { relation: 'self', holderBorn: '2009-01-01', applicantBorn: null },
    today,
    usualAdultAge,
  )

  it('are asked for at a field of their own', () => {
    expect(unanswered(questions)).toEqual({ 'explained.holder_minor': 'explanation_needed' })
    expect(unanswered(questions, { holder_minor: 'works for a living' })).toEqual({})
  })

  it('to what nobody asks any more are not kept', () => {
    const typed = { holder_minor: 'works for a living', guardian_not_older: 'typed before' }
    expect(explanationsOf(questions, typed)).toEqual({ holder_minor: 'works for a living' })
  })
})
