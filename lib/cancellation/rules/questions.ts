import type { Day } from '@/lib/domain/days'
import type { Relation } from '@/lib/domain/coded-values'
import type { RequestRecord } from './request-record'

/**
 * What makes a clerk ask before a request is recorded, and is recorded only with a reason (P25,
 * P26): the codes of what was asked stand in the particulars, the reasons are personal.
 */
export const questionCodes = [
  'holder_minor',
  'applicant_minor',
  'guardian_not_older',
  'card_elsewhere',
] as const
export type QuestionCode = (typeof questionCodes)[number]

/** The reasons that were given, by question. */
export type Explained = Partial<Record<QuestionCode, string | undefined>>

/** A question that came up; `refused` where no reason answers it: the field, and why not. */
export type Question = { code: QuestionCode; refused?: { path: string; fault: string } }

// From 16 on, a minor who lives by their own work acts for themselves (Civil Code, article 18).
const leastAge = 16

/** The completed years of somebody born on `born`; who was born on 29 February has them on 1 March. */
export function ageOn(today: Day, born: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

/** The birth dates of those who stand before the clerk, where they are known. */
export type Ages = { relation: Relation; holderBorn: Day | null; applicantBorn: Day | null }

/**
 * What has to be asked about ages (P25): a minor comes with a guardian, whoever acts for somebody
 * else is of age, and a guardian is older than the ward. The holder's age is nothing to a company or
 * to an heir.
 */
export function ageQuestions(
  { relation, holderBorn, applicantBorn }: Ages,
  today: Day,
  adultAge: number,
): Question[] {
  const isMinor = (born: Day | null) => born !== null && ageOn(today, born) < adultAge
  const isTooYoung = (born: Day | null) => born !== null && ageOn(today, born) < leastAge
  const questions: Question[] = []
  if ((relation === 'self' || relation === 'agent') && isMinor(holderBorn))
    questions.push({
      code: 'holder_minor',
      ...(isTooYoung(holderBorn) && {
        refused: { path: 'applicant.relation', fault: 'holder_needs_guardian' },
      }),
    })
  if (relation !== 'self' && isMinor(applicantBorn))
    questions.push({
      code: 'applicant_minor',
      ...(isTooYoung(applicantBorn) && {
        refused: { path: 'applicant.document.number', fault: 'applicant_too_young' },
      }),
    })
  if (relation === 'guardian' && holderBorn && applicantBorn && holderBorn <= applicantBorn)
    questions.push({ code: 'guardian_not_older' })
  return questions
}

/**
 * The last day on which a pre-cancelled number can be restored, while that day is not past: who
 * completes before takes that away from the customer, and is asked why (P2). Null otherwise.
 */
export const reinstatableUntil = (
  { preCancelled }: Pick<RequestRecord, 'preCancelled'>,
  today: Day,
): Day | null =>
  preCancelled && today <= preCancelled.reinstateUntil ? preCancelled.reinstateUntil : null

/** What is still to be answered, by the path of its field; empty when every question has a reason. */
export const unanswered = (
  questions: readonly Question[],
  explained: Explained = {},
): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ code, refused }): [string, string][] =>
      refused
        ? [[refused.path, refused.fault]]
        : explained[code]
          ? []
          : [[`explained.${code}`, 'explanation_needed']],
    ),
  )

/** The reasons that answer a question which came up: others were typed before something changed. */
export const explanationsOf = (
  questions: readonly Question[],
  explained: Explained = {},
): Explained =>
  Object.fromEntries(
    questions.flatMap(({ code }) => (explained[code] ? [[code, explained[code]]] : [])),
  )
