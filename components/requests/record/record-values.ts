import type { Preflight } from '@/lib/cancellation/queries/preflight'
import type { ReaderLayout } from '@/lib/domain/identity-reader'
import type { OpenInput } from '@/lib/cancellation/rules/schemas'

/**
 * The form's initial values: what the store presets for a new request, what is taken over for a
 * further number of the visit, all when amending.
 */
export type RecordDefaults = Partial<OpenInput> & { store: string }

/** The fields that others depend on. */
export type RecordChoices = {
  store: string
  keepNumber: string
  cardType: string
  channel: string
  carrier: string
  region: string
  relation: string
  holderDocument: string
  applicantDocument: string
}

export const startingChoices = (defaults: RecordDefaults): RecordChoices => ({
  store: defaults.store,
  keepNumber: defaults.keepNumber === undefined ? '' : String(defaults.keepNumber),
  cardType: defaults.cardType ?? '',
  channel: defaults.channel ?? '',
  carrier: defaults.carrier ?? '',
  region: defaults.region ?? '',
  relation: defaults.applicant?.relation ?? 'self',
  holderDocument: defaults.holder?.document.type ?? 'resident_id',
  applicantDocument:
    (defaults.applicant?.relation !== 'self' && defaults.applicant?.document.type) || 'resident_id',
})

/**
 * The last four characters of recorded numbers, when amending or for a further number: full ones
 * are not sent to the page.
 */
export type RecordedNumbers = {
  holder?: string
  applicant?: string
  iccid?: string
  eid?: string
  imei?: string
}

export type Named = { code: string; name: string }
/** A store where the clerk records: its carrier and region are preset, its reader is known. */
export type StoreOption = Named & {
  phone: string
  carrier: string | null
  region: string
  reader: ReaderLayout
}
export type RecordOptions = {
  stores: StoreOption[]
  carriers: Named[]
  regions: Named[]
  countries: Named[]
}

/** The props of each section. */
export type SectionProps = {
  errorAt(path: string): string | undefined
  warningAt(path: string): string | undefined
  defaults: RecordDefaults
  choices: RecordChoices
  choose(change: Partial<RecordChoices>): void
  options: RecordOptions
  preflight: Preflight | null
  recorded: RecordedNumbers
  /** The reference of the request whose document numbers a further number takes over. */
  sameAs: string | null
}
