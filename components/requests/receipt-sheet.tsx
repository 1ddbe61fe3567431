import { getFormatter, getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/print/qr-code'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import { type Receipt, noteOfKind } from '@/lib/cancellation/facts'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { DocumentType } from '@/lib/identifiers/document'
import { dayText } from '@/lib/i18n/day-text'
import { maskDocument, maskName } from '@/lib/identifiers/mask'
import { groupReference } from '@/lib/identifiers/reference'
import { readAloud } from '@/lib/identifiers/phone'
import { printContext } from './print-context'

type Props = { one: OneRequest; receipt: Receipt; paper: 'a4' | 'narrow' }

/** The receipt (回执), the customer's proof (F14): in both languages on one sheet, whatever the reader's. */
export async function ReceiptSheet({ one, receipt, paper }: Props) {
  const { record, personal, identifiers } = one
  const [context, english] = await Promise.all([printContext(one, 'zh-CN'), printContext(one, 'en')])
  const zh = await getTranslations({ locale: 'zh-CN', namespace: 'receipt' })
  const en = await getTranslations({ locale: 'en', namespace: 'receipt' })
  const words = await getTranslations({ locale: 'zh-CN', namespace: 'words' })
  const wordsEn = await getTranslations({ locale: 'en', namespace: 'words' })
  const format = await getFormatter()
  type Key = Parameters<typeof zh>[0]
  const both = (key: Key) => `${zh(key)} ${en(key)}`
  const values = (name: 'carrier' | 'region' | 'way' | 'store') => `${context[name]} ${english[name]}`
  const documentType = record.documentType as DocumentType
  const moment = (iso: string) => format.dateTime(new Date(iso), 'moment')
  const cardNote = noteOfKind(record, 'card_return')
  const iccid = Object.values(personal?.notes ?? {}).find((note) => note.iccidMasked)?.iccidMasked
  const confirmation = personal?.moves?.complete?.confirmation
  return (
    <Sheet paper={paper}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-xl font-bold">{zh('title')}</h2>
          <p className="font-semibold">{en('title')}</p>
          <p className="text-sm text-[#444]">{context.storeLine}</p>
          <p className="text-sm text-[#444]">{english.storeLine}</p>
          <p className="mt-3 text-sm text-[#444]">{both('number')}</p>
          <p className="whitespace-nowrap text-xl font-bold" data-testid="receipt-number">{groupReference(receipt.number)}</p>
        </div>
        <div className={paper === 'narrow' ? 'w-full text-center text-sm' : 'text-center text-sm'}>
          <QrCode text={context.address(`/verify/${receipt.number}`)} label={both('verify')} size={paper === 'a4' ? '36mm' : '30mm'} />
          <p>{zh('verify')}</p>
          <p>{en('verify')}</p>
        </div>
      </div>
      <p className="mt-4">{zh('statement')}</p>
      <p>{en('statement')}</p>
      <SheetFacts
        facts={[
          { label: both('phone'), value: identifiers ? readAloud(identifiers.number) : (personal?.numberMasked ?? zh('noData')) },
          { label: both('holder'), value: personal ? maskName(personal.holderName) : zh('noData') },
          { label: both('document'), value: `${words(`document.${documentType}`)} ${wordsEn(`document.${documentType}`)} ${identifiers ? maskDocument(identifiers.holderDocument, 'customer') : ''}` },
          { label: both('carrier'), value: values('carrier') },
          { label: both('region'), value: values('region') },
          { label: both('way'), value: values('way') },
          cardNote ? { label: both('card'), value: cardNote.outcome.state === 'returned' ? zh('cardReturned', { iccid: iccid ?? '' }) : zh('cardNot') } : null,
          record.refund && record.refund.state !== 'none' && { label: both('refund'), value: zh('refundText', { amount: (record.refund.amountFen / 100).toFixed(2), state: `${words(`refund.${record.refund.state}`)} ${wordsEn(`refund.${record.refund.state}`)}` }) },
          { label: both('confirmed'), value: record.confirmedOn && dayText(format, record.confirmedOn) },
          { label: both('confirmation'), value: typeof confirmation === 'string' ? confirmation : zh('noData') },
          { label: both('opened'), value: moment(record.openedAt) },
          { label: both('issued'), value: moment(receipt.issuedAt) },
          { label: both('reference'), value: groupReference(record.reference) },
        ]}
      />
      <p>{zh('keep')}</p>
      <p>{en('keep')}</p>
    </Sheet>
  )
}
