import { getTranslations } from 'next-intl/server'
import {
  type Receipt,
  type RequestRecord,
  noteOfKind,
} from '@/lib/cancellation/rules/request-record'
import { paidAtCounter } from '@/lib/cancellation/rules/obligations'
import type { ReceiptName, RefundRoute } from '@/lib/domain/coded-values'
import type { Identifiers, Personal } from '@/lib/cancellation/rules/particulars'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import { maskDocument, maskName } from '@/lib/domain/identifiers/mask'
import { readAloud } from '@/lib/domain/identifiers/phone'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { printContext } from './print-context'
import { paperDates } from '@/lib/i18n/dates'
import { destinationShown, yuanOf } from './refund-text'

export type ReceiptOf = {
  record: RequestRecord
  personal: Personal | null
  identifiers: Identifiers | null
}
export type ReceiptFact = { label: string; value: string }

/** The contents of a receipt (回执) in both languages: shared by sheet and PDF. */
export async function receiptFacts({ record, personal, identifiers }: ReceiptOf, receipt: Receipt) {
  const [context, english] = await Promise.all([
    printContext({ record }, 'zh-CN'),
    printContext({ record }, 'en'),
  ])
  const zh = await getTranslations({ locale: 'zh-CN', namespace: 'receipt' })
  const en = await getTranslations({ locale: 'en', namespace: 'receipt' })
  const words = await getTranslations({ locale: 'zh-CN', namespace: 'words' })
  const wordsEn = await getTranslations({ locale: 'en', namespace: 'words' })
  type Key = Parameters<typeof zh>[0]
  const both = (key: Key) => `${zh(key)} ${en(key)}`
  const values = (name: 'carrier' | 'region' | 'way') => `${context[name]} ${english[name]}`
  const documentType = record.documentType as DocumentType
  const dates = [paperDates('zh-CN'), paperDates('en')]
  const moment = (iso: string) => dates.map((one) => one.moment(iso)).join(' / ')
  const { confirmedOn } = record
  const cardNote = noteOfKind(record, 'card_return')
  const cardState = cardNote?.outcome.state
  const confirmation = personal?.moves?.complete?.confirmation
  const { refund } = record
  const route = refund?.route as RefundRoute
  const isOwed = refund?.state === 'pending' || refund?.state === 'failed'
  const notes = Object.values(personal?.notes ?? {})
  const iccid = notes.find((note) => note.iccidMasked)?.iccidMasked
  const destination = notes.find((note) => note.destination)?.destination
  const paid = paidAtCounter(record, personal)
  const day = (on: string) => dates.map((one) => one.day(on)).join(' / ')
  const nameOf = (code: string) => {
    const named = context.obligations.find((obligation) => obligation.code === code)
    return named ? `${named.nameZh} ${named.nameEn}` : code
  }
  const facts: (ReceiptFact | null)[] = [
    {
      label: both('phone'),
      value: identifiers
        ? readAloud(identifiers.number)
        : (personal?.numberMasked ?? both('noData')),
    },
    context.receiptName === 'none'
      ? null
      : {
          label: both('holder'),
          value: personal ? holderName(personal.holderName, context.receiptName) : both('noData'),
        },
    {
      label: both('document'),
      value:
        `${words(`document.${documentType}`)} ${wordsEn(`document.${documentType}`)} ` +
        `${identifiers ? maskDocument(identifiers.holderDocument, 'customer') : ''}`,
    },
    { label: both('carrier'), value: values('carrier') },
    { label: both('region'), value: values('region') },
    { label: both('way'), value: values('way') },
    cardState
      ? { label: both('card'), value: `${both(`cardStates.${cardState}`)} ${iccid ?? ''}`.trim() }
      : null,
    ...paid.map(({ code, amountFen, way, number }) => ({
      label: both('paid'),
      value: [
        nameOf(code),
        zh('amount', { amount: yuanOf(amountFen) }),
        `${words(`paymentWay.${way as 'cash'}`)} ${wordsEn(`paymentWay.${way as 'cash'}`)}`,
        number ?? both('noData'),
      ].join(' · '),
    })),
    refund && refund.state !== 'none'
      ? {
          label: both('refund'),
          value: [
            zh('amount', { amount: yuanOf(refund.amountFen) }),
            `${words(`route.${route}`)} ${wordsEn(`route.${route}`)}`,
            destination && destinationShown(destination, words),
            `${words(`refund.${refund.state}`)} ${wordsEn(`refund.${refund.state}`)}`,
            refund.on && day(refund.on),
          ]
            .filter(Boolean)
            .join(' · '),
        }
      : null,
    isOwed && refund.arrivesBy
      ? {
          label: both('arrivesBy'),
          value: day(refund.arrivesBy) + (refund.estimated ? ` ${both('estimated')}` : ''),
        }
      : null,
    isOwed && refund.claimUntil
      ? { label: both('claimUntil'), value: day(refund.claimUntil) }
      : null,
    {
      label: both('confirmed'),
      value: confirmedOn ? day(confirmedOn) : '',
    },
    {
      label: both('confirmation'),
      value: typeof confirmation === 'string' ? confirmation : both('noData'),
    },
    { label: both('opened'), value: moment(record.openedAt) },
    { label: both('issued'), value: moment(receipt.issuedAt) },
    { label: both('reference'), value: groupReference(record.reference) },
  ]
  return {
    facts: facts.filter((fact): fact is ReceiptFact => fact !== null),
    paper: context.paper,
    title: [zh('title'), en('title')],
    storeLines: [context.storeLine, english.storeLine],
    numberLabel: both('number'),
    number: groupReference(receipt.number),
    verify: [zh('verify'), en('verify')],
    statement: [zh('statement'), en('statement')],
    keep: [zh('keep'), en('keep')],
    reprint: record.reprints
      ? [
          `${zh('reprint', { count: record.reprints })} ` +
            `${en('reprint', { count: record.reprints })}`,
        ]
      : [],
    address: context.address('/verify'),
    /** How to check it without scanning, and where, in plain letters. */
    check: [zh('check'), en('check')],
    checkAddress: context.typedAddress('/verify'),
    seal: [zh('seal'), en('seal')],
  }
}

const holderName = (name: string, as: ReceiptName) => (as === 'whole' ? name : maskName(name))

export type ReceiptText = Awaited<ReturnType<typeof receiptFacts>>
