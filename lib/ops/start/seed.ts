import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginAuditChain } from '@/lib/db/audit-chain/commands'
import { ensureHashKeys, keyOf } from '@/lib/db/keyed-hash'
import { ensureReceiptKey } from '@/lib/receipts/keys/commands'
import { seedDemoAccounts } from '../seed/demo-accounts'
import { seedDemoRequests } from '../seed/demo-requests'
import { seedReference } from '../seed/reference'
import { Problem } from '../command-line/problem'
import { keptSecret } from './secrets'

type Options = {
  withDemo: boolean
  deskData: string
  demoPassword: string | undefined
  say(line: string): void
}

/**
 * Seeds an empty database; demo accounts and requests only `withDemo`. Null where there are none.
 */
export async function seedWhenEmpty({ withDemo, deskData, demoPassword, say }: Options) {
  const now = new Date()
  await ensureHashKeys()
  if (await keyOf('search-next'))
    throw new Problem(
      'Replacing the search key was interrupted: run npm run keys:search, then start again.',
    )
  await ensureReceiptKey()
  if (await beginAuditChain(now)) say('Began the chain of the audit over its earlier entries.')
  if (await seedReference(now)) say('Wrote carriers, regions, calendar and guide.')
  if (!withDemo) return null

  const file = join(deskData, 'keys', 'demo-password')
  if (demoPassword && !existsSync(file)) writeFileSync(file, `${demoPassword}\n`, { mode: 0o600 })
  const password = keptSecret(deskData, 'demo-password')
  const made = await seedDemoAccounts(password)
  if (made) {
    say('Making demo accounts and requests…')
    await seedDemoRequests(now)
  }
  return { password, file, made }
}
