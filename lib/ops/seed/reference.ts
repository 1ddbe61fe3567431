import { replaceRules } from '@/lib/carriers/rulebook/commands'
import { database } from '@/lib/db/client'
import { seededGuides } from '@/lib/guide/seed/contents'
import { publishSeed } from '@/lib/guide/commands/publish'
import { publishedCalendar } from './calendar'
import { carriers, obligations } from './carriers'
import { regions } from './regions'
import { seededRulebooks } from './rulebooks'

/**
 * Seeds carriers and their rulebooks, regions, calendar and guides into an empty database; false when it
 * is not empty.
 */
export async function seedReference(now: Date): Promise<boolean> {
  if ((await database().carrier.count()) > 0) return false
  const { years, days } = publishedCalendar(now)
  await database().$transaction([
    database().region.createMany({ data: regions }),
    database().carrier.createMany({ data: carriers }),
    database().obligation.createMany({ data: obligations }),
    database().calendarYear.createMany({ data: years }),
    database().calendarDay.createMany({ data: days }),
  ])
  for (const [carrier, rules] of Object.entries(seededRulebooks))
    await replaceRules(database(), carrier, rules)
  for (const { cardType, channel, content } of seededGuides)
    await publishSeed({ cardType, channel, carrier: null, region: null }, content, now)
  return true
}
