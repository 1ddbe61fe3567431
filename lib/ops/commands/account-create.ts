// npm run account:create: the first administrator of an installation, and any other account.
import { passwordFault, minPasswordLength } from '@/lib/accounts/password-rules'
import { createAccount } from '@/lib/accounts/commands'
import { type Role, roles } from '@/lib/domain/permissions'
import { database } from '@/lib/db/client'
import { readSecretLine } from '../command-line/read-secret-line'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run account:create -- --email <address> --name <name>
                          --role <staff|reviewer|admin> [--store <code>]

Creates an account. The password is read from standard input (15 characters or more), to keep it
out of the shell's history. Staff and reviewers belong to a store; administrators to none.
Exit codes: 0 created, 1 not created, 2 usage error.`

const problems: Record<string, string> = {
  store_needed: 'Staff and reviewers belong to a store: add --store <code>.',
  store_unknown:
    'There is no store with this code: make it with npm run store:create, or see --store.',
  email_taken: 'There is an account with this e-mail already.',
}
const weak: Record<string, string> = {
  password_short: `The password needs ${minPasswordLength.alone} characters or more.`,
  password_common: 'This password is a common one: choose another one.',
  password_personal:
    'The password is little more than the name or the address: choose another one.',
}

const text = { type: 'string' } as const

await runCommand(
  help,
  { email: text, name: text, role: text, store: text },
  async ({ email, name, role, store }) => {
    if (!email?.includes('@') || !name || !roles.includes(role as Role)) throw new NotUnderstood()
    const password = await readSecretLine('Password: ')
    const fault = passwordFault(password, { email, name }, false)
    if (fault) throw new Problem(weak[fault] ?? 'The password is too long.')
    await withDeskDatabase(async () => {
      const made = await createAccount({
        email,
        name,
        password,
        role: role as Role,
        ...(store && { storeCode: store }),
      })
      await database().$disconnect()
      if (!made.ok) throw new Problem(problems[made.refusal.code] ?? made.refusal.code)
    })
    console.log(`✓ ${email} can sign in.`)
    return 0
  },
)
