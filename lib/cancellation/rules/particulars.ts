import type { Day } from '@/lib/domain/days'
import { maskCard, maskDocument, maskPhone } from '@/lib/domain/identifiers/mask'
import type { Particulars, RequestRecord } from './request-record'
import type { DestinationWords } from './balance-outcome'
import { type Explained, questionCodes } from './questions'
import type { OpenInput } from './schemas'

/** Full identifiers: encrypted under their own key, which is destroyed first (L1). */
export type Identifiers = {
  number: string
  holderDocument: string
  applicantDocument?: string
  /** Entered, where the document's number has none. */
  holderBirthDate?: Day
  applicantBirthDate?: Day
  iccid?: string
  eid?: string
  imei?: string
  /** By step: the ICCID of the returned card, the account or number that a refund goes to. */
  notes?: Record<string, { iccid?: string; account?: string }>
}

/**
 * Words noted with a step; `carrierReference`: the carrier's reference for the submission;
 * `callPhone`: another phone on which it rings back, in E.164. By obligation: why it waits and what
 * lifts it (P27), the number of a payment (P28).
 */
export type StepWords = {
  words?: string
  iccidMasked?: string
  items?: Record<string, string>
  blocks?: Record<string, { why?: string; lifts?: string }>
  payments?: Record<string, string>
  destination?: DestinationWords & { masked: string }
  carrierReference?: string
  callPhone?: string
}

/** Names, contact, masked forms and free text: encrypted under the third key. */
export type Personal = {
  holderName: string
  applicantName?: string
  contactPhone?: string
  contactEmail?: string
  numberMasked: string
  holderDocumentMasked: string
  applicantDocumentMasked?: string
  iccidMasked?: string
  eidMasked?: string
  imeiMasked?: string
  /** The reasons given to what was asked about at the opening. */
  explained?: Explained
  /** Words noted with each step. */
  notes?: Record<string, StepWords>
  /**
   * Words of the last move of each name: rejection reason, what is missing, the carrier's
   * confirmation.
   */
  moves?: Record<string, Record<string, unknown>>
}

type Parts = { particulars: Particulars; personal: Personal; identifiers: Identifiers }

const masked = <K extends string>(key: K, value: string | undefined) =>
  value ? ({ [key]: maskCard(value) } as Record<K, string>) : {}

type Authority = Extract<OpenInput['applicant'], { authority: unknown }>['authority']

const authorityOf = ({ kind, proof, issuedOn }: Authority) => ({
  kind,
  ...(proof && { proof }),
  issuedOn: issuedOn ?? null,
})

/** Splits the opening input by access. */
export function partsOfInput(input: OpenInput, revisionId: string): Parts {
  const { applicant, card = {}, contact, holder } = input
  const explained: Explained = input.explained ?? {}
  const asked = questionCodes.filter((code) => explained[code])
  const other = applicant.relation === 'self' ? null : applicant
  return {
    particulars: {
      store: input.store,
      carrier: input.carrier,
      region: input.region,
      cardType: input.cardType,
      channel: input.channel,
      relation: applicant.relation,
      reason: input.reason,
      revisionId,
      documentType: holder.document.type,
      documentCountry: holder.document.country ?? null,
      applicantDocument: other && {
        type: other.document.type,
        country: other.document.country ?? null,
      },
      authority: other && authorityOf(other.authority),
      contact: {
        phone: Boolean(contact.phone),
        email: Boolean(contact.email),
        printedSlipOnly: contact.printedSlipOnly ?? false,
      },
      previous: input.previous ?? null,
      ...(asked.length > 0 && { explained: asked }),
    },
    personal: {
      holderName: holder.name,
      ...(other && {
        applicantName: other.name,
        applicantDocumentMasked: maskDocument(other.document.number, 'staff'),
      }),
      ...(contact.phone && { contactPhone: contact.phone }),
      ...(contact.email && { contactEmail: contact.email }),
      numberMasked: maskPhone(input.phoneNumber),
      holderDocumentMasked: maskDocument(holder.document.number, 'staff'),
      ...masked('iccidMasked', card.iccid),
      ...masked('eidMasked', card.eid),
      ...masked('imeiMasked', card.imei),
      ...(asked.length > 0 && { explained }),
    },
    identifiers: {
      number: input.phoneNumber,
      holderDocument: holder.document.number,
      ...(holder.document.birthDate && { holderBirthDate: holder.document.birthDate }),
      ...(other && { applicantDocument: other.document.number }),
      ...(other?.document.birthDate && { applicantBirthDate: other.document.birthDate }),
      ...card,
    },
  }
}

/** Reassembles the opening input, as the starting point of `amend`. */
export function inputOf(
  record: RequestRecord,
  personal: Personal,
  identifiers: Identifiers,
): OpenInput {
  const { iccid, eid, imei } = identifiers
  const document = (type: string, country: string | null, number: string, birthDate?: Day) =>
    ({
      type,
      number,
      ...(country && { country }),
      ...(birthDate && { birthDate }),
    }) as OpenInput['holder']['document']
  return {
    store: record.store,
    cardType: record.cardType,
    channel: record.channel,
    carrier: record.carrier,
    region: record.region,
    phoneNumber: identifiers.number,
    card: { ...(iccid && { iccid }), ...(eid && { eid }), ...(imei && { imei }) },
    applicant:
      record.relation === 'self' || !record.applicantDocument || !record.authority
        ? { relation: 'self' }
        : {
            relation: record.relation,
            name: personal.applicantName ?? '',
            document: document(
              record.applicantDocument.type,
              record.applicantDocument.country,
              identifiers.applicantDocument ?? '',
              identifiers.applicantBirthDate,
            ),
            authority: {
              kind: record.authority.kind as Authority['kind'],
              ...(record.authority.proof && { proof: record.authority.proof }),
              ...(record.authority.issuedOn && { issuedOn: record.authority.issuedOn }),
            },
          },
    holder: {
      name: personal.holderName,
      document: document(
        record.documentType,
        record.documentCountry,
        identifiers.holderDocument,
        identifiers.holderBirthDate,
      ),
    },
    contact: {
      ...(personal.contactPhone && { phone: personal.contactPhone }),
      ...(personal.contactEmail && { email: personal.contactEmail }),
      ...(record.contact.printedSlipOnly && { printedSlipOnly: true }),
    },
    reason: record.reason,
    consent: true,
    keepNumber: false,
    ...(personal.explained && { explained: personal.explained }),
  }
}
