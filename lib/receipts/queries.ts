import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { openRows } from '@/lib/cancellation/queries/opened'
import { carrierByCode } from '@/lib/carriers/queries'
import { database } from '@/lib/db/client'

/** What the public verification shows of a receipt. */
export type CheckedReceipt = {
  number: string
  issuedAt: string
  numberMasked: string | null
  carrier: { nameZh: string; nameEn: string } | null
}

/** The receipt with this number; null when none was issued. */
export async function receiptByNumber(number: string): Promise<CheckedReceipt | null> {
  const row = await database().request.findUnique({ where: { receiptNumber: number } })
  const record = row?.record as RequestRecord | undefined
  if (!row || !record?.receipt) return null
  const [[opened], carrier] = await Promise.all([
    openRows([{ ...row, record }]),
    carrierByCode(record.carrier),
  ])
  return {
    number,
    issuedAt: record.receipt.issuedAt,
    numberMasked: opened?.personal?.numberMasked ?? null,
    carrier,
  }
}
