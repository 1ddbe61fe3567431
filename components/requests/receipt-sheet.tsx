import { QrCode } from '@/components/print/qr-code'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import type { Receipt } from '@/lib/cancellation/rules/request-record'
import { signedReceipt } from '@/lib/receipts/sign'
import { signedFacts } from '@/lib/receipts/signed'
import { type ReceiptOf, receiptFacts } from './receipt-facts'

type Props = { of: ReceiptOf; receipt: Receipt; paper: 'a4' | 'narrow' }

/**
 * The receipt (回执), the customer's proof (F14): both languages on one sheet. Its QR code contains
 * the signature.
 */
export async function ReceiptSheet({ of, receipt, paper }: Props) {
  const {
    facts,
    title,
    storeLines,
    numberLabel,
    number,
    verify,
    statement,
    keep,
    address,
    reprint,
  } = await receiptFacts(of, receipt)
  const signed = await signedReceipt(signedFacts(of.record, receipt, of.personal))
  return (
    <Sheet paper={paper}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-xl font-bold">{title[0]}</h2>
          <p className="font-semibold">{title[1]}</p>
          {reprint.map((line) => (
            <p key={line} className="text-sm font-semibold">
              {line}
            </p>
          ))}
          {storeLines.map((line) => (
            <p key={line} className="text-sm text-[#444]">
              {line}
            </p>
          ))}
          <p className="mt-3 text-sm text-[#444]">{numberLabel}</p>
          <p className="whitespace-nowrap text-xl font-bold" data-testid="receipt-number">
            {number}
          </p>
        </div>
        <div className={paper === 'narrow' ? 'w-full text-center text-sm' : 'text-center text-sm'}>
          <QrCode
            text={`${address}?receipt=${signed}`}
            label={verify.join(' ')}
            size={paper === 'a4' ? '46mm' : '44mm'}
          />
          {verify.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      {statement.map((line, place) => (
        <p key={line} className={place === 0 ? 'mt-4' : undefined}>
          {line}
        </p>
      ))}
      <SheetFacts facts={facts} />
      {keep.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Sheet>
  )
}
