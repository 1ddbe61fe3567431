import { database } from '@/lib/db/client'
import { lastBackup } from './queries'

/** Records that a backup was written, so that administrators see how old the last one is. */
export async function noteBackup(now: Date) {
  const noted = { value: now.toISOString(), changedAt: now }
  await database().setting.upsert({
    where: { name: lastBackup },
    create: { name: lastBackup, ...noted },
    update: noted,
  })
}
