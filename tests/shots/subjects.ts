// Prints, as JSON, a request of the demo data for each situation that looks different, with its
// slip's key. With --take-back, one in review is taken back first: the demo data have none such.
import { demoStoreCode } from '@/lib/ops/seed/demo-accounts'
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'

export type Subject = { reference: string; key: string; receipt: string | null }

const fits = {
  open: ({ state, sentBack }) => state === 'open' && sentBack === 0,
  returned: ({ state, sentBack }) => state === 'open' && sentBack > 0,
  in_review: ({ state }) => state === 'in_review',
  needs_info: ({ state }) => state === 'needs_info',
  closing: ({ state, preCancelled }) => state === 'closing' && !preCancelled,
  pre_cancelled: ({ state, preCancelled }) => state === 'closing' && preCancelled !== null,
  completed: ({ state }) => state === 'completed',
  rejected: ({ state }) => state === 'rejected',
  withdrawn: ({ state }) => state === 'withdrawn',
  slip_only: ({ contact, contactConfirmed, endedAt }) =>
    contact.printedSlipOnly && !contactConfirmed && !endedAt,
  agent: ({ relation, channel }) => relation === 'agent' && channel === 'in_store',
} satisfies Record<string, (record: RequestRecord) => boolean>

export type Situation = keyof typeof fits
export type Subjects = Partial<Record<Situation, Subject>>

async function takeOneBack() {
  const { database } = await import('@/lib/db/client')
  const { accountById } = await import('@/lib/accounts/queries')
  const { makeMove } = await import('@/lib/writer')
  const { id } = await database().account.findUniqueOrThrow({
    where: { email: 'staff@example.test' },
  })
  const account = await accountById(id)
  const one = await database().request.findFirst({
    where: { state: 'in_review' },
    orderBy: { id: 'asc' },
  })
  if (!account || !one) return
  await makeMove({
    actor: { kind: 'account', ...account },
    seen: { reference: one.reference },
    move: 'take_back',
    input: { reason: 'customer_asked' },
    now: new Date(),
  })
}

await withDeskDatabase(async () => {
  const { database } = await import('@/lib/db/client')
  const { slipSecrets } = await import('@/lib/cancellation/crypto/slip-secrets')
  if (process.argv.includes('--take-back')) await takeOneBack()
  const rows = await database().request.findMany({ orderBy: { id: 'desc' } })
  // Other stores' requests are none of the demo clerk's.
  const records = rows
    .map(({ record }) => record as unknown as RequestRecord)
    .filter(({ store }) => store === demoStoreCode)
  const subjects: Subjects = {}
  for (const situation of Object.keys(fits) as Situation[]) {
    const record = records.find(fits[situation])
    if (!record) continue
    const { link } = await slipSecrets(record.id, record.slip.serial)
    subjects[situation] = {
      reference: record.reference,
      key: link,
      receipt: record.receipt?.number ?? null,
    }
  }
  console.log(JSON.stringify(subjects))
  await database().$disconnect()
})
process.exit(0)
