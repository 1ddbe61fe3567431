// Prints the signed text of a completed request's receipt, as its QR code carries it: reference.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'

await withDeskDatabase(async () => {
  const { requestIdOf } = await import('@/lib/cancellation/queries/status')
  const { noticeDataOf } = await import('@/lib/cancellation/queries/notice-data')
  const { signedReceipt } = await import('@/lib/receipts/sign')
  const { signedFacts } = await import('@/lib/receipts/signed')
  const { database } = await import('@/lib/db/client')
  const found = await noticeDataOf((await requestIdOf(process.argv[2] ?? '')) ?? '')
  if (!found?.record.receipt) throw new Error('no receipt')
  console.log(await signedReceipt(signedFacts(found.record, found.record.receipt, found.personal)))
  await database().$disconnect()
})
process.exit(0)
