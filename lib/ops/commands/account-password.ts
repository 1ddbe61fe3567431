// npm run account:password: a lost password, where no other administrator can send a link.
import { makeLinkAsOperator, setPasswordAsOperator } from '@/lib/accounts/links/commands'
import { minPasswordLength } from '@/lib/accounts/password-rules'
import { database } from '@/lib/db/client'
import { servingEnv } from '@/lib/env'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { readSecretLine } from '../command-line/read-secret-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run account:password -- --email <address> [--stdin] [--factors-lost]

For a lost password, above all the only administrator's. Prints a link, alone on standard output,
by which its person chooses a new password; it works once, within a day (within a week where they
never had one). Either way the account is signed out everywhere at once, and the audit has an entry.
--stdin         sets the password that is read from standard input instead, 15 characters or more
--factors-lost  also removes one-time codes, passkeys and recovery codes; verify the person first
Also works while the desk is running. The link leads to BASE_URL.
Exit codes: 0 done, 1 not done, 2 usage error.`

const problems: Record<string, string> = {
  not_found: 'There is no account with this e-mail.',
  account_disabled:
    'This account is disabled: another administrator can enable it, or make a new one with ' +
    'npm run account:create.',
  password_short: `The password needs ${minPasswordLength.alone} characters or more.`,
  password_too_long: 'The password is too long.',
  password_common: 'This password is a common one: choose another one.',
  password_personal:
    'The password is little more than the name or the address: choose another one.',
}
const flag = { type: 'boolean' } as const

await runCommand(
  help,
  { email: { type: 'string' }, stdin: flag, 'factors-lost': flag },
  async ({ email, stdin = false, 'factors-lost': factorsLost = false }) => {
    if (!email?.includes('@')) throw new NotUnderstood()
    const password = stdin ? await readSecretLine('New password: ') : null
    const said = await withDeskDatabase(async () => {
      const now = new Date()
      const written =
        password === null
          ? await makeLinkAsOperator(email, factorsLost, now)
          : await setPasswordAsOperator(email, password, factorsLost, now)
      await database().$disconnect()
      if (!written.ok) throw new Problem(problems[written.refusal.code] ?? written.refusal.code)
      return 'text' in written.value
        ? `${servingEnv().BASE_URL.replace(/\/$/, '')}/join/${written.value.text}`
        : `✓ ${email} can sign in with the new password.`
    })
    console.log(said)
    return 0
  },
)
