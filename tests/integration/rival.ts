// Run by the test of many at once: twenty-five creates for one number; prints how many were made.
import { openRequest } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { someInput, staff, tuesday } from '../factories/requests'

const [phoneNumber] = process.argv.slice(2)
const by = await staff()
const written = await Promise.all(
  Array.from({ length: 25 }, () =>
    openRequest({ actor: by, input: someInput({ phoneNumber }), now: tuesday }),
  ),
)
const unexpected = written.find((result) => !result.ok && result.refusal.code !== 'unmet')
if (unexpected) throw new Error(JSON.stringify(unexpected))
process.stdout.write(String(written.filter(({ ok }) => ok).length))
await database().$disconnect()
process.exit(0)
