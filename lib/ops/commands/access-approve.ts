// npm run access:approve: an operator's approval where no second administrator can give it.
import { approveAsOperator } from '@/lib/accounts/grants/commands'
import { database } from '@/lib/db/client'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run access:approve -- --email <address>

Approves what waits for a second administrator's word on this account: new roles, and its return
after a reset. For a desk with two administrators of whom one has to be let in again. Make sure of the
person first; it stands in the audit as an operator's act.
Exit codes: 0 done, 1 not done, 2 the command was not understood.`

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
