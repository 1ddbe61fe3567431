// npm run apikey:create: a key for the HTTP API, printed alone on standard output.
import { createKey } from '@/lib/api/keys/commands'
import { type Role, roles } from '@/lib/domain/permissions'
import { database } from '@/lib/db/client'
import { reasonsToLook } from '@/lib/domain/coded-values'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run apikey:create -- --role <staff|reviewer|admin> [--store <code> …] [--days <n>]
                         [--name <name>] [--full-number --reason <why>] [--per-minute <n>]

Creates a key for the HTTP API (docs/api.md) and prints it alone on standard output; it is shown
once. Also works while the desk is running. Keys of staff and reviewers belong to one or more
stores; an administrator's to none.
--days          days until it expires; default: never
--full-number   permits reading full phone numbers; each such answer is recorded as a look
--reason        required with --full-number: identity, review, customer_asked or complaint
--per-minute    calls per minute (default: 600)
Exit codes: 0 created, 1 not created, 2 usage error.`

const problems: Record<string, string> = {
  reason_needed: 'A key that sees whole numbers says why: add --reason (see --help).',
  store_needed: 'Staff and reviewers’ keys belong to a store: add --store <code>.',
  store_unknown:
    'There is no store with this code: make it with npm run store:create, or see --store.',
}
const wholeNumber = (text: string | undefined) =>
  text === undefined ? undefined : /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN

const text = { type: 'string' } as const

await runCommand(
  help,
  {
    role: text,
    store: { ...text, multiple: true },
    days: text,
    name: text,
    'full-number': { type: 'boolean' },
    reason: text,
    'per-minute': text,
  },
  async (values) => {
    const [days, perMinute] = [wholeNumber(values.days), wholeNumber(values['per-minute'])]
    const reason = reasonsToLook.find((one) => one === values.reason)
    if ((values.reason !== undefined) !== (reason !== undefined)) throw new NotUnderstood()
    if (!roles.includes(values.role as Role) || Number.isNaN(days) || Number.isNaN(perMinute))
      throw new NotUnderstood()
    const key = await withDeskDatabase(async () => {
      const role = values.role as Role
      const name = values.name ?? `API ${role} ${(values.store ?? []).join(' ')}`.trim()
      const made = await createKey(
        null,
        {
          name,
          role,
          storeCodes: values.store ?? [],
          fullNumber: values['full-number'] ?? false,
          ...(reason && { reason }),
          ...(days && { days }),
          ...(perMinute && { perMinute }),
        },
        new Date(),
      )
      await database().$disconnect()
      if (!made.ok) throw new Problem(problems[made.refusal.code] ?? made.refusal.code)
      return made.value.text
    })
    console.log(key)
    return 0
  },
)
