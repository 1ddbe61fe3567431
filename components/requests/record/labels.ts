import type { useTranslations } from 'next-intl'
import { type QuestionCode, questionCodes } from '@/lib/cancellation/rules/questions'

type Words = ReturnType<typeof useTranslations<'record'>>
const words = {
  store: 'store',
  cardType: 'cardType',
  channel: 'channel',
  carrier: 'carrier',
  region: 'region',
  phoneNumber: 'phoneNumber',
  'card.iccid': 'iccid',
  'card.eid': 'eid',
  'card.imei': 'imei',
  'applicant.relation': 'relation',
  'applicant.name': 'applicantName',
  'applicant.document.type': 'documentType',
  'applicant.document.number': 'documentNumber',
  'applicant.document.country': 'country',
  'applicant.document.birthDate': 'birthDate',
  'applicant.authority': 'authorityKind',
  'applicant.authority.kind': 'authorityKind',
  'applicant.authority.proof': 'proof',
  'applicant.authority.issuedOn': 'issuedOn',
  holder: 'holderName',
  'holder.name': 'holderName',
  'holder.document.type': 'documentType',
  'holder.document.number': 'documentNumber',
  'holder.document.country': 'country',
  'holder.document.birthDate': 'birthDate',
  contact: 'contactPhone',
  'contact.phone': 'contactPhone',
  'contact.email': 'contactEmail',
  reason: 'reason',
  consent: 'consent',
  keepNumber: 'keepNumber',
  ...(Object.fromEntries(
    questionCodes.map((code) => [`explained.${code}`, 'explanation']),
  ) as Record<`explained.${QuestionCode}`, 'explanation'>),
} as const

/** The label of the field at a path of the body. */
export const labelOfPath = (t: Words) => (path: string) =>
  path in words ? t(words[path as keyof typeof words]) : path
