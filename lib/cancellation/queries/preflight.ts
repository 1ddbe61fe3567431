import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { relations } from '@/lib/domain/coded-values'
import { type Day, dayOf, isDay } from '@/lib/domain/days'
import { type Path, pathsOfferedBy } from '@/lib/carriers/queries'
import { sqlDatabase } from '@/lib/db/sql'
import { errorsOf } from '@/lib/forms/errors-of'
import { birthDateIn, checkDocumentNumber, documentTypes } from '@/lib/domain/identifiers/document'
import { checkIccid } from '@/lib/domain/identifiers/iccid'
import { checkContactNumber, checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { countAttempt } from '@/lib/rate-limits/commands'
import { liveRequest, numberHashOf } from './live'
import { usualAdultAge } from '@/lib/carriers/rulebook/answer'
import { type RefusedBefore, refusedBefore } from './refused-before'
import { type Ages, type QuestionCode, ageQuestions } from '../rules/questions'
import { openSchema } from '../rules/schemas'
import {
  type VerdictBasis,
  type VerdictToday,
  readVerdictBasis,
  verdictFrom,
} from './verdict-today'

/** What can be checked before a request is recorded. */
export type Preflight = {
  errors: Record<string, string>
  warnings: Record<string, string>
  /** The paths that the carrier offers in the home region; null while either is not known. */
  offered: { paths: Path[]; hotline: string } | null
  /** The number's live request; its reference where the viewer may see it. */
  live: { reference: string | null } | null
  /** What the store has rejected of this number before. */
  refused: RefusedBefore | null
  /** What has to be explained before it can be recorded, and what nothing explains (P25). */
  questions: { code: QuestionCode; answerable: boolean }[]
  today: VerdictToday | null
}

/** What the form knows beside its fields. */
export type CheckContext = {
  /** Open obligations and special circumstances, as ticked beside the form. */
  open?: readonly string[]
  special?: readonly string[]
  /**
   * Whether the number's live request was told before and the number has not changed since: then it
   * is not looked up, and not counted as another try.
   */
  numberChecked?: boolean
}

type Typed = {
  store?: string
  carrier?: string
  region?: string
  cardType?: string
  channel?: string
  keepNumber?: boolean
  phoneNumber?: string
  applicant?: { relation?: string }
  holder?: { document?: { type?: string } }
  card?: { iccid?: string }
  contact?: { phone?: string }
}

type Field = Record<string, unknown> | undefined
const textOf = (typed: unknown) => (typeof typed === 'string' ? typed : '')

/**
 * The text fields that the checks read; nested values are ignored, because an object must not
 * become a query condition.
 */
function textsIn(asked: object): Typed {
  const { store, carrier, region, cardType, channel, keepNumber, phoneNumber, ...people } =
    asked as NonNullable<Field>
  const { applicant, holder, card, contact } = people
  const document = (holder as Field)?.document as Field
  return {
    store: textOf(store),
    carrier: textOf(carrier),
    region: textOf(region),
    cardType: textOf(cardType),
    channel: textOf(channel),
    keepNumber: keepNumber === true,
    phoneNumber: textOf(phoneNumber),
    ...((applicant as Field)?.relation !== undefined && {
      applicant: { relation: textOf((applicant as Field)?.relation) },
    }),
    holder: { document: { type: textOf(document?.type) } },
    card: { iccid: textOf((card as Field)?.iccid) },
    contact: { phone: textOf((contact as Field)?.phone) },
  }
}

type Viewer = { id: string; memberships: readonly MembershipOf[] }

export async function preflight(
  viewer: Viewer,
  asked: object,
  now: Date,
  { open = [], special = [], numberChecked = false }: CheckContext = {},
): Promise<Preflight> {
  const typed = textsIn(asked)
  const parsed = openSchema(dayOf(now)).safeParse(asked)
  const errors = parsed.success ? {} : errorsOf(parsed.error)
  const { store = '', carrier = '', region = '', cardType = '', channel = '' } = typed
  const { keepNumber = false } = typed
  const relation = typed.applicant?.relation ?? 'self'
  const document = typed.holder?.document?.type ?? ''
  const path = { store, carrier, region, cardType, channel }
  const question = { ...path, keepNumber, relation, document }
  const [basis, known] = await Promise.all([
    readVerdictBasis(path),
    numberChecked ? notAsked : knownOf(viewer, store, typed.phoneNumber),
  ])
  const offered = offeredFrom(basis, region)
  const today = await verdictFrom(basis, { ...question, open, special }, now)
  const { live, refused } = known ?? notAsked
  const unchecked = known === null && { phoneNumber: 'live_unchecked' }
  const warnings = { ...warningsOf(typed), ...unchecked }
  const questions = ageQuestions(
    agesOf(asked, relation, dayOf(now)),
    dayOf(now),
    today?.adultAge ?? usualAdultAge,
  ).map(({ code, refused: not }) => ({ code, answerable: not === undefined }))
  return { errors, warnings, offered, live, refused, questions, today }
}

/** The ages as far as the form says them so far. */
function agesOf(asked: object, relation: string, today: Day): Ages {
  const { holder, applicant } = asked as { holder?: Field; applicant?: Field }
  const born = (person: Field) => {
    const { type, number, birthDate } = (person?.document as Field) ?? {}
    const known = documentTypes.find((one) => one === type)
    const checked = known && checkDocumentNumber(known, textOf(number), today)
    if (!known || !checked?.ok) return null
    const entered = textOf(birthDate)
    return birthDateIn(known, checked.value) ?? (isDay(entered) ? entered : null)
  }
  const known = relations.find((one) => one === relation) ?? 'self'
  return { relation: known, holderBorn: born(holder), applicantBorn: born(applicant) }
}

/** Warnings about unusual but possibly correct values (I1, I6), by the field's dotted path. */
export function warningsOf({ phoneNumber, card, contact }: Typed) {
  const checks = {
    phoneNumber: phoneNumber ? checkSubscriberNumber(phoneNumber) : null,
    'card.iccid': card?.iccid ? checkIccid(card.iccid) : null,
    'contact.phone': contact?.phone ? checkContactNumber(contact.phone) : null,
  }
  return Object.fromEntries(
    Object.entries(checks).flatMap(([path, checked]) =>
      checked?.ok && checked.warnings[0] ? [[path, checked.warnings[0]]] : [],
    ),
  )
}

const offeredFrom = ({ carrier, store, rules }: VerdictBasis, region: string) =>
  carrier && region
    ? { paths: pathsOfferedBy(rules, region, store?.kind), hotline: carrier.hotline }
    : null

const notAsked = { live: null, refused: null }

/**
 * The number's live request at any store, and what this one has rejected; null once the clerk has
 * checked too many: the conflict is then reported on recording, which leaves a trace.
 */
async function knownOf(
  { id, memberships }: Viewer,
  store: string,
  typed: string | undefined,
): Promise<Pick<Preflight, 'live' | 'refused'> | null> {
  const number = typed ? checkSubscriberNumber(typed) : null
  if (!number?.ok) return notAsked
  if (
    await countAttempt([
      ['number_check', id],
      ['number_check_day', id],
    ])
  )
    return null
  const live = await liveRequest(sqlDatabase(), await numberHashOf(number.value))
  const seen = live && visibleStores(memberships).includes(live.storeId)
  const here = memberships.find(({ storeCode }) => storeCode === store)?.storeId
  return {
    live: live && { reference: seen ? live.reference : null },
    refused: here ? await refusedBefore(number.value, here) : null,
  }
}
