import { calendarBetween } from '@/lib/calendar/queries'
import { yearOf } from '@/lib/domain/days'
import { addWorkingDays } from '@/lib/calendar/working-days'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { carriersWithOffers, pathsOffered } from '@/lib/carriers/queries'
import { guideFor } from '@/lib/guide/queries/published'
import { type Problem, problem } from '../problem'
import type { Answer, Call } from '../serve'

/** The guide that applies to a path (F9 to F28), and whether it is offered there (F15). */
export async function guide({ query }: Call): Promise<Answer | Problem> {
  const { cardType, channel, carrier, region } = query as {
    cardType: CardType
    channel: Channel
    carrier: string
    region: string
  }
  const [revision, paths] = await Promise.all([
    guideFor(cardType, channel, carrier, region),
    pathsOffered(carrier, region),
  ])
  if (!revision) return problem('not_found')
  const { number, publishedAt, content } = revision
  return {
    status: 200,
    value: {
      revision: number,
      publishedAt: publishedAt.toISOString(),
      offered: paths.some((path) => path.cardType === cardType && path.channel === channel),
      intro: content.intro,
      materials: content.materials.map(({ id, title, text, notNoted }) => ({
        id,
        title,
        text,
        noted: !notNoted,
      })),
      steps: content.steps.map(({ id, kind, title, text }) => ({ id, kind, title, text })),
    },
  }
}

/** All carriers, with what they offer where (F15, F28, P2). */
export async function carriers(): Promise<Answer> {
  const found = await carriersWithOffers()
  return {
    status: 200,
    value: {
      items: found.map(({ code, nameZh, nameEn, website, hotline, preCancels, offers }) => ({
        code,
        name: { zh: nameZh, en: nameEn },
        website,
        hotline,
        preCancels,
        offers,
      })),
    },
  }
}

/**
 * The day so many working days after another (D3); an estimate where a year is not published (D2).
 */
export async function workingDay({ query }: Call): Promise<Answer> {
  const { from, days } = query as { from: string; days: number }
  return {
    status: 200,
    value: addWorkingDays(from, days, await calendarBetween(yearOf(from), yearOf(from) + 3)),
  }
}
