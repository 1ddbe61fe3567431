import { connection } from 'next/server'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'

/** 200 once the database answers, 503 when it does not. */
export async function GET() {
  await connection()
  try {
    await database().$queryRaw`select 1`
    return Response.json({ status: 'ok' })
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    return Response.json({ status: 'unavailable' }, { status: 503 })
  }
}
