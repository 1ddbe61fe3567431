import { applicantDocumentOf, holderDocumentOf } from '@/lib/cancellation/rules/persons'
import type { StepWords } from '@/lib/cancellation/rules/particulars'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { Refund } from '@/lib/cancellation/rules/request-record'
import type { CopiedDocument, CopiedEvent, CopiedRequest, DataCopy } from './queries'
import { type DataCopyJson, copyFormat } from './schema'

type Store = DataCopyJson['store']
type Request = DataCopyJson['requests'][number]
type Document = DataCopyJson['person']['document']

/** The copy as JSON, as docs/data-copy.schema.json describes it. */
export function jsonOfCopy({ at, of, givenAt, held, acted, more }: DataCopy, store: Store) {
  return {
    format: copyFormat,
    givenAt,
    store,
    person: of === 'holder' ? holderOf(at) : applicantOf(at),
    requests: held.map(requestOf),
    actedFor: acted.map((one) => ({
      reference: one.record.reference,
      store: one.record.store,
      state: one.record.state,
      openedAt: one.record.openedAt,
      relation: one.record.relation,
      ...applicantOf(one),
      authority: authorityOf(one),
    })),
    more,
  } satisfies DataCopyJson
}

const holderOf = ({ record, identifiers, personal }: OneRequest) => ({
  name: personal?.holderName ?? null,
  document: {
    type: record.documentType as Document['type'],
    number: holderDocumentOf(record, identifiers)?.number ?? null,
    country: record.documentCountry,
    birthDate: identifiers?.holderBirthDate ?? null,
  },
})

const applicantOf = ({ record, identifiers, personal }: OneRequest) => ({
  name: personal?.applicantName ?? null,
  document: {
    type: (record.applicantDocument?.type ?? record.documentType) as Document['type'],
    number: applicantDocumentOf(record, identifiers)?.number ?? null,
    country: record.applicantDocument?.country ?? null,
    birthDate: identifiers?.applicantBirthDate ?? null,
  },
})

function authorityOf({ record: { authority } }: OneRequest): Request['authority'] {
  if (!authority) return null
  const { kind, proof = null, issuedOn } = authority
  return { kind: kind as NonNullable<Request['authority']>['kind'], proof, issuedOn }
}

function requestOf(copied: CopiedRequest): Request {
  const { one, isOwn, events, looks, notices, questions, documents } = copied
  const { record, identifiers, personal } = one
  const { contact, promises, refund } = record
  return {
    reference: record.reference,
    store: record.store,
    state: record.state,
    carrier: record.carrier,
    region: record.region,
    cardType: record.cardType,
    channel: record.channel,
    number: identifiers?.number ?? null,
    card: {
      iccid: identifiers?.iccid ?? null,
      eid: identifiers?.eid ?? null,
      imei: identifiers?.imei ?? null,
    },
    holder: holderOf(one),
    relation: record.relation,
    authority: authorityOf(one),
    contact: isOwn
      ? {
          phone: personal?.contactPhone ?? null,
          email: personal?.contactEmail ?? null,
          printedSlipOnly: contact.printedSlipOnly,
          confirmedBy: record.contactConfirmed?.how ?? null,
        }
      : null,
    reason: record.reason,
    explained: { ...personal?.explained },
    openedAt: record.openedAt,
    submittedAt: record.submittedAt,
    approvedAt: record.approvedAt,
    endedAt: record.endedAt,
    promised: { decision: promises.decision?.date ?? null, end: promises.end?.date ?? null },
    preCancelled: record.preCancelled,
    refund: refund && refundOf(refund),
    call: record.call
      ? { state: record.call.state, on: record.call.on, missed: record.call.missed }
      : null,
    receipt: record.receipt,
    rating: record.rating ?? null,
    steps: stepsOf(one, isOwn),
    moves: { ...personal?.moves },
    events: events.map(eventOf),
    notices: notices.map(({ kind, channel, state, queuedAt, sentAt }) => ({
      kind,
      channel,
      state,
      queuedAt,
      sentAt,
    })),
    questions: questions.map(({ number, kind, askedAt, words, answeredAt, answer = null }) => ({
      number,
      kind,
      askedAt,
      words,
      answeredAt,
      answer,
    })),
    documents: documents.map(documentOf),
    looks: looks.map(({ at, by, type, facts }) => ({
      at,
      by,
      what: type as Request['looks'][number]['what'],
      reason: (facts.reason as Request['looks'][number]['reason']) ?? null,
    })),
  }
}

function refundOf({ state, amountFen, route, ...terms }: Refund): Request['refund'] {
  const { on = null, arrivesBy = null, claimUntil = null } = terms
  const by = route as NonNullable<Request['refund']>['route']
  return { state, amountFen, route: by, paidOn: on, arrivesBy, claimUntil }
}

/** The phone that the carrier rings may be that of whoever else applied, as a contact may. */
function wordsOf(typed: StepWords | undefined, isOwn: boolean) {
  const { callPhone, ...said } = typed ?? {}
  return isOwn && callPhone ? { ...said, callPhone } : said
}

/**
 * In the guide's order. Where somebody else applied, the account that the refund goes to may be
 * theirs.
 */
const stepsOf = (
  { record, identifiers, personal, situation }: OneRequest,
  isOwn: boolean,
): Request['steps'] =>
  situation.guide.steps.flatMap(({ id, title }) => {
    const note = record.steps[id]
    if (!note) return []
    const { kind, at, outcome } = note
    const words = {
      ...wordsOf(personal?.notes?.[id], isOwn),
      ...identifiers?.notes?.[id],
      ...(!isOwn && { destination: undefined, account: undefined }),
    }
    return [{ step: id, title, kind, at, outcome, words }]
  })

const eventOf = ({ sequence, at, type, by, facts, words, items, amended }: CopiedEvent) => ({
  sequence,
  at,
  type: type as Request['events'][number]['type'],
  by,
  called: facts.called ?? null,
  words,
  items,
  amended,
})

const documentOf = ({ step, material, at, byCustomer, pages, images }: CopiedDocument) => ({
  step,
  material,
  at,
  byCustomer,
  pages,
  images: images?.map(imageAddress) ?? null,
})

/** A page of a copy of a document, as it stands within a page or a JSON text. */
export const imageAddress = (page: Buffer) => `data:image/webp;base64,${page.toString('base64')}`
