import { connection } from 'next/server'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'

// Beyond it, codes and sign-ins would live too long or not at all, and history would be out of
// order.
const secondsApart = 60

type Readiness = 'ok' | 'clock_wrong' | 'unavailable'

// The question that is under way: anybody may ask, as often as they like, and all who ask
// meanwhile share its answer. Nothing older is told: whoever sends people here must know at once.
let readiness: Promise<Readiness> | null = null

/**
 * 200 once the database answers and says about the same time as this machine; 503 otherwise: send
 * nobody here.
 */
export async function GET() {
  await connection()
  readiness ??= askDatabase().finally(forget)
  const status = await readiness
  return Response.json({ status }, { status: status === 'ok' ? 200 : 503 })
}

const forget = () => {
  readiness = null
}

async function askDatabase(): Promise<Readiness> {
  try {
    const [answer] = await database().$queryRaw<
      { now: number }[]
    >`select extract(epoch from clock_timestamp())::float8 as now`
    const apart = Math.abs(Date.now() / 1000 - (answer?.now ?? 0))
    if (apart <= secondsApart) return 'ok'
    log.error({ apart }, 'the clocks of this machine and of the database are apart: set them (NTP)')
    return 'clock_wrong'
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    return 'unavailable'
  }
}
