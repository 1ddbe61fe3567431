import { z } from 'zod'
import type { Day } from '@/lib/domain/days'
import type { Checked } from '@/lib/domain/identifiers/check'
import {
  type DocumentType,
  birthDateIn,
  checkDocumentNumber,
  documentTypes,
} from '@/lib/domain/identifiers/document'
import { checkEid } from '@/lib/domain/identifiers/eid'
import { checkIccid } from '@/lib/domain/identifiers/iccid'
import { checkImei } from '@/lib/domain/identifiers/imei'
import { checkReference } from '@/lib/domain/identifiers/reference'
import { optionalWords } from './input-fields'
import { questionCodes } from './questions'
import { checkContactNumber, checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import {
  type AuthorityProof,
  authorityFor,
  authorityKinds,
  authorityProofs,
  cardTypes,
  channels,
  proofsOf,
  reasons,
  relations,
} from '@/lib/domain/coded-values'

// Every message is a code, localized at the edge.

const checked = (check: (typed: string) => Checked) =>
  z
    .string('required')
    .min(1, 'required')
    .max(100, 'too_long')
    .transform((typed, context) => {
      const result = check(typed)
      if (result.ok) return result.value
      context.addIssue({ code: 'custom', message: result.fault })
      return z.NEVER
    })

const name = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(100, 'too_long')
  .regex(/^[^\p{Cc}<>]*$/u, 'name_malformed')
const country = z.string('required').regex(/^[A-Z]{2}$/, 'country_required')

const documentSchema = (today: Day) =>
  z
    .strictObject({
      type: z.enum(documentTypes, 'required'),
      number: z.string('required').min(1, 'required').max(60, 'too_long'),
      country: country.optional(),
      /** Where age matters and the number has no birth date (P25). */
      birthDate: z.iso.date('date_malformed').optional(),
    })
    .transform(({ birthDate, ...document }, context) => {
      const result = checkDocumentNumber(document.type, document.number, today)
      if (!result.ok) context.addIssue({ code: 'custom', path: ['number'], message: result.fault })
      if (document.type === 'passport' && !document.country)
        context.addIssue({ code: 'custom', path: ['country'], message: 'country_required' })
      if (birthDate && birthDate >= today)
        context.addIssue({ code: 'custom', path: ['birthDate'], message: 'date_in_future' })
      const number = result.ok ? result.value : document.number
      const entered = result.ok && birthDateIn(document.type, number) ? undefined : birthDate
      return { ...document, number, ...(entered && { birthDate: entered }) }
    })

type Document = { type: DocumentType; number: string; birthDate?: Day }

/** When a document's bearer was born: by its number, or as entered; null where neither says so. */
export const bornOf = ({ type, number, birthDate }: Document): Day | null =>
  birthDateIn(type, number) ?? birthDate ?? null

const authoritySchema = (today: Day) =>
  z
    .strictObject({
      kind: z.enum(authorityKinds, 'required'),
      /** The paper by which a guardianship or a kinship is proved. */
      proof: z.enum(authorityProofs).optional(),
      /** The day on which the paper was made out; a household register has none. */
      issuedOn: z.iso.date('date_malformed').optional(),
    })
    .superRefine(({ kind, proof, issuedOn }, context) => {
      const at = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const proofs: readonly AuthorityProof[] =
        kind === 'guardianship' || kind === 'kinship' ? proofsOf[kind] : []
      if (proof && !proofs.includes(proof)) at('proof', 'authority_does_not_fit')
      if (!issuedOn && proof !== 'household_register') at('issuedOn', 'required')
      if (issuedOn && issuedOn > today) at('issuedOn', 'date_in_future')
    })

const contactSchema = z
  .strictObject({
    phone: checked(checkContactNumber).optional(),
    email: z.email('email_malformed').max(200, 'too_long').optional(),
    printedSlipOnly: z.boolean().optional(),
  })
  .refine((contact) => contact.phone || contact.email || contact.printedSlipOnly, {
    path: ['phone'],
    error: 'contact_required',
  })

/** Whether a birth date is missing; not of a document that is not filled in yet. */
const lacksBirth = (document: Partial<Document> | undefined) => {
  const { type, number } = document ?? {}
  return Boolean(type && number && !bornOf({ ...document, type, number }))
}

// Cross-field checks run even if other fields failed, so that all faults are reported at once.
// Values may then be missing.
const always = { when: () => true }

/**
 * The body that opens a request: one schema for page, API and imports. `today` in Asia/Shanghai.
 */
export const openSchema = (today: Day) => {
  const document = documentSchema(today)
  const someoneElse = z.strictObject({
    relation: z.enum(relations).exclude(['self']),
    name,
    document,
    authority: authoritySchema(today),
  })
  return z
    .strictObject({
      store: z.string('required').min(1, 'required').max(40),
      cardType: z.enum(cardTypes, 'required'),
      channel: z.enum(channels, 'required'),
      carrier: z.string('required').min(1, 'required').max(40),
      region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'required'),
      phoneNumber: checked(checkSubscriberNumber),
      card: z
        .strictObject({
          iccid: checked(checkIccid).optional(),
          eid: checked(checkEid).optional(),
          imei: checked(checkImei).optional(),
        })
        .optional(),
      applicant: z
        .discriminatedUnion(
          'relation',
          [z.strictObject({ relation: z.literal('self') }), someoneElse],
          'required',
        )
        .default({ relation: 'self' }),
      holder: z.strictObject({ name, document }),
      contact: contactSchema,
      reason: z.enum(reasons, 'required'),
      consent: z.boolean('required'),
      keepNumber: z.boolean('required'),
      customerWaiting: z.boolean().optional(),
      /** Why it is recorded all the same, by what came up (P25). */
      explained: z.partialRecord(z.enum(questionCodes), optionalWords).optional(),
      /** Reference of the customer's earlier request. */
      previous: checked(checkReference).optional(),
    })
    .refine(({ contact, phoneNumber }) => !contact?.phone || contact.phone !== phoneNumber, {
      path: ['contact', 'phone'],
      error: 'contact_is_the_dying_number',
      ...always,
    })
    .refine(
      ({ applicant }) =>
        applicant?.relation === 'self' ||
        !applicant?.authority ||
        applicant.authority.kind === authorityFor[applicant.relation],
      {
        path: ['applicant', 'authority', 'kind'],
        error: 'authority_does_not_fit',
        ...always,
      },
    )
    .refine(({ applicant, reason }) => reason !== 'death' || applicant?.relation === 'heir', {
      path: ['reason'],
      error: 'death_needs_heir',
      ...always,
    })
    .refine(
      ({ applicant }) =>
        !applicant || applicant.relation === 'self' || !lacksBirth(applicant.document),
      {
        path: ['applicant', 'document', 'birthDate'],
        error: 'birth_date_needed',
        ...always,
      },
    )
    .refine(
      ({ applicant, holder }) =>
        applicant?.relation !== 'guardian' || !lacksBirth(holder?.document),
      {
        path: ['holder', 'document', 'birthDate'],
        error: 'birth_date_needed',
        ...always,
      },
    )
}

export type OpenInput = z.output<ReturnType<typeof openSchema>>
