import { connection } from 'next/server'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'

// Beyond it, codes and sign-ins would live too long or not at all, and history would be out of order.
const secondsApart = 60

/** 200 once the database answers and says about the same time as this machine; 503 otherwise: send nobody here. */
export async function GET() {
  await connection()
  try {
    const [answer] = await database().$queryRaw<{ now: number }[]>`select extract(epoch from clock_timestamp())::float8 as now`
    const apart = Math.abs(Date.now() / 1000 - (answer?.now ?? 0))
    if (apart <= secondsApart) return Response.json({ status: 'ok' })
    log.error({ apart }, 'the clocks of this machine and of the database are apart: set them (NTP)')
    return Response.json({ status: 'clock_wrong' }, { status: 503 })
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    return Response.json({ status: 'unavailable' }, { status: 503 })
  }
}
