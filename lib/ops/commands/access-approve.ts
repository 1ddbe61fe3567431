// npm run access:approve: an operator's approval where no second administrator can give it.
import { approveAsOperator } from '@/lib/accounts/grants/commands'
import { database } from '@/lib/db/client'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run access:approve -- --email <address>

Approves everything on this account that waits for a second administrator: new roles, and its
readmission after a reset. For a desk with two administrators of whom one has to be readmitted.
Verify the person first; the audit records an operator's approval.
Exit codes: 0 done, 1 not done, 2 usage error.`

await runCommand(help, { email: { type: 'string' } }, async ({ email }) => {
  if (!email?.includes('@')) throw new NotUnderstood()
  await withDeskDatabase(async () => {
    const approved = await approveAsOperator(email, new Date())
    await database().$disconnect()
    if (approved === null) throw new Problem('There is no account with this e-mail.')
    if (approved === 0) throw new Problem('Nothing waits for approval on this account.')
    console.log(`✓ Approved: ${approved}`)
  })
  return 0
})
