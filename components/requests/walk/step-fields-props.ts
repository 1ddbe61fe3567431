import { outcomeWithReference } from '@/lib/cancellation/rules/carrier-reference'
import { circumstancesOf } from '@/lib/cancellation/rules/circumstances'
import { carrierByCode } from '@/lib/carriers/queries'
import { hoursOn } from '@/lib/carriers/rulebook/windows'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { StepWords } from '@/lib/cancellation/rules/particulars'
import { type RefundRoute, type Relation, refundRoutesFor } from '@/lib/domain/coded-values'
import type { NotedKind } from '@/lib/domain/step-kinds'
import { materialsToNote } from '@/lib/guide/resolve'
import type { GuideStep } from '@/lib/guide/schemas'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { readAloud } from '@/lib/domain/identifiers/phone'

export type ListedItem = {
  id: string
  title: string
  text: string
  waivable?: boolean
  /** Money owed, which can be paid at the counter (P28). */
  money?: boolean
}

/** The props of any kind of step's fields; serializable, since they are sent to the browser. */
export type StepFieldsProps = {
  kind: NotedKind
  reference: string
  /** The refund routes that the carrier offers this applicant (P20). */
  routes: readonly RefundRoute[]
  /** Whose account a refund mostly goes to: the applicant's own, a company's. */
  payee: string
  relation: Relation
  outcome: Record<string, unknown>
  words: StepWords
  items: ListedItem[]
  number: string
  /** The last four characters of the recorded card: the clerk types what the returned card says. */
  iccidMasked: string | null
  /** Whether there is a phone or an e-mail address to send something to. */
  reachable: boolean
  frozenDays: number
  today: string
  esim: boolean
  /** The carrier's hours for online requests; null where the time is irrelevant (P8). */
  hours: { from: string; to: string } | null
  /**
   * Whether there is a contact phone, and the other one that was named, where the carrier rings back
   * after an online request (P15); null where it does not.
   */
  callBack: { contact: boolean; phone: string | null } | null
}

export async function stepFieldsProps(
  one: OneRequest,
  step: GuideStep & { kind: NotedKind },
  locale: Locale,
): Promise<StepFieldsProps> {
  const { record, identifiers, personal, situation } = one
  const carrier = await carrierByCode(record.carrier)
  const isOwn = record.relation === 'self' || record.relation === 'company_agent'
  const listed: Partial<Record<NotedKind, ListedItem[]>> = {
    materials: materialsToNote(
      situation.guide.materials,
      record.relation,
      circumstancesOf(record),
    ).map((material) => ({
      id: material.id,
      title: inLocale(locale, material.title),
      text: inLocale(locale, material.text),
      waivable: !material.proves && situation.policy.waivable.includes(material.id),
    })),
    obligations: (carrier?.obligations ?? []).map((obligation) => ({
      id: obligation.code,
      title: nameIn(locale, obligation),
      text: nameIn(locale, { nameZh: obligation.helpZh, nameEn: obligation.helpEn }),
      money: obligation.money,
    })),
  }
  return {
    kind: step.kind,
    reference: record.reference,
    routes: refundRoutesFor(record.relation, situation.policy.refund?.routes).filter(
      (route) => route !== 'none',
    ),
    payee: (isOwn ? personal?.holderName : personal?.applicantName) ?? '',
    relation: record.relation,
    outcome: outcomeWithReference(record, personal, step.id),
    words: personal?.notes?.[step.id] ?? {},
    items: listed[step.kind] ?? [],
    number: identifiers ? readAloud(identifiers.number) : '',
    iccidMasked: personal?.notes?.[step.id]?.iccidMasked ?? personal?.iccidMasked ?? null,
    reachable: record.contact.phone || record.contact.email,
    frozenDays: carrier?.frozenDays ?? 0,
    today: situation.today,
    esim: record.cardType === 'esim',
    hours: record.channel === 'online' ? hoursOn(situation.today, situation.policy.window) : null,
    callBack:
      record.channel === 'online' && situation.policy.callBack
        ? { contact: record.contact.phone, phone: personal?.notes?.[step.id]?.callPhone ?? null }
        : null,
  }
}
