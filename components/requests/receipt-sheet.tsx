import { QrCode } from '@/components/print/qr-code'
import { Sheet, type SheetLook } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import type { Receipt } from '@/lib/cancellation/rules/request-record'
import type { Paper } from '@/lib/domain/coded-values'
import { signedReceipt } from '@/lib/receipts/sign'
import { signedFacts } from '@/lib/receipts/signed'
import { type ReceiptOf, receiptFacts } from './receipt-facts'

// The widest QR code in mm. It carries a signature and so has many modules: on 58 mm it takes all
// of the 48 mm that such a printer prints.
const room: Record<Paper, number> = { a4: 50, roll_80: 60, roll_58: 48 }

type Props = { of: ReceiptOf; receipt: Receipt } & SheetLook

/**
 * The receipt (回执), the customer's proof (F14): both languages on one sheet, a place for the
 * store's seal. Its QR code contains the signature; where to check it stands in plain letters too.
 * On the store's paper unless another is named.
 */
export async function ReceiptSheet({ of, receipt, paper: chosen, large }: Props) {
  const text = await receiptFacts(of, receipt)
  const paper = chosen ?? text.paper
  const signed = await signedReceipt(signedFacts(of.record, receipt, of.personal))
  return (
    <Sheet paper={paper} large={large}>
      <div className="sheet-head">
        <div>
          <h2 className="sheet-title">{text.title[0]}</h2>
          <p className="font-semibold">{text.title[1]}</p>
          {text.reprint.map((line) => (
            <p key={line} className="font-semibold">
              {line}
            </p>
          ))}
          {text.storeLines.map((line) => (
            <p key={line} className="sheet-quiet">
              {line}
            </p>
          ))}
          <p className="sheet-quiet mt-3">{text.numberLabel}</p>
          <p className="sheet-key" data-testid="receipt-number">
            {text.number}
          </p>
        </div>
        <div className="sheet-qr">
          <QrCode
            text={`${text.address}?receipt=${signed}`}
            label={text.verify.join(' ')}
            room={room[paper]}
          />
          <p>{text.verify.join(' ')}</p>
        </div>
      </div>
      <div className="mt-3">
        {text.statement.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <SheetFacts facts={text.facts} />
      <div className="sheet-ends">
        <div>
          {text.check.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="sheet-address">{text.checkAddress}</p>
          <div className="mt-2">
            {text.keep.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
        <p className="sheet-seal">{text.seal.join(' ')}</p>
      </div>
    </Sheet>
  )
}
