import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { relations } from '@/lib/domain/coded-values'
import { type Day, dayOf, isDay } from '@/lib/domain/days'
import { type Path, carrierByCode, pathsOffered } from '@/lib/carriers/queries'
import { sqlDatabase } from '@/lib/db/sql'
import { errorsOf } from '@/lib/forms/errors-of'
import { birthDateIn, checkDocumentNumber, documentTypes } from '@/lib/domain/identifiers/document'
import { checkIccid } from '@/lib/domain/identifiers/iccid'
import { checkContactNumber, checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { countAttempt } from '@/lib/rate-limits/commands'
import { liveRequest, numberHashOf } from './live'
import { type Ages, type QuestionCode, ageQuestions, usualAdultAge } from '../rules/questions'
import { openSchema } from '../rules/schemas'
import { type VerdictToday, verdictToday } from './verdict-today'

/** What can be checked before a request is recorded. */
export type Preflight = {
  errors: Record<string, string>
  warnings: Record<string, string>
  /**
   * What the carrier offers in the home region, and whether this store and this applicant are
   * accepted.
   */
  offered: {
    paths: Path[]
    storeServes: boolean
    applicantAllowed: boolean
    hotline: string
  } | null
  /** The number's live request; its reference where the viewer may see it. */
  live: { reference: string | null } | null
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
  const { applicant, card, contact } = people
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
  const question = { store, carrier, region, cardType, channel, keepNumber, relation }
  const [offered, live, today] = await Promise.all([
    offeredTo(typed),
    numberChecked ? null : liveFor(viewer, typed.phoneNumber),
    verdictToday({ ...question, open, special }, now),
  ])
  const unchecked = live === 'unchecked' && { phoneNumber: 'live_unchecked' }
  const warnings = { ...warningsOf(typed), ...unchecked }
  const questions = ageQuestions(
    agesOf(asked, relation, dayOf(now)),
    dayOf(now),
    usualAdultAge,
  ).map(({ code, refused }) => ({ code, answerable: refused === undefined }))
  const told = live === 'unchecked' ? null : live
  return { errors, warnings, offered, live: told, questions, today }
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

async function offeredTo({
  store,
  carrier,
  region,
  applicant,
}: Typed): Promise<Preflight['offered']> {
  const [found, shop] = await Promise.all([
    carrierByCode(carrier ?? ''),
    sqlDatabase()
      .selectFrom('store')
      .select('serves_regions as servesRegions')
      .where('code', '=', store ?? '')
      .executeTakeFirst(),
  ])
  if (!found || !region) return null
  const relation = applicant?.relation ?? 'self'
  return {
    paths: await pathsOffered(found.code, region),
    storeServes: shop?.servesRegions.includes(region) ?? false,
    applicantAllowed: relation === 'self' || found.applicants.includes(relation),
    hotline: found.hotline,
  }
}

/**
 * The number's live request at any store; `unchecked` once the clerk has checked too many: the
 * conflict is then reported on recording, which leaves a trace.
 */
async function liveFor(
  { id, memberships }: Viewer,
  typed: string | undefined,
): Promise<Preflight['live'] | 'unchecked'> {
  const number = typed ? checkSubscriberNumber(typed) : null
  if (!number?.ok) return null
  if (
    await countAttempt([
      ['number_check', id],
      ['number_check_day', id],
    ])
  )
    return 'unchecked'
  const live = await liveRequest(sqlDatabase(), await numberHashOf(number.value))
  const seen = live && visibleStores(memberships).includes(live.storeId)
  return live && { reference: seen ? live.reference : null }
}
