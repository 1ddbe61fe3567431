import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { staffDates } from '@/lib/i18n/dates'

const acts = [
  'drafted',
  'published',
  'planned',
  'unplanned',
  'discarded',
  'restored',
  'rolled_back',
  'retired',
  'in_use_again',
] as const
export type GuideAct = (typeof acts)[number]

/** What an address says was done; `number`: the version that it published, `of`: from which one. */
export type ActSaid = { saved?: string; act?: string; number?: string; of?: string }

/**
 * Says what was done to a guide, on the page that it led to. What the guide does not bear out, such
 * as an address that was kept and opened later, is not said.
 */
export async function ActNotice({ guide, said }: { guide: GuideToEdit; said: ActSaid }) {
  const act = acts.find((one) => one === said.act)
  const told = act && (await wordsOf(act, guide, said))
  if (!told) return null
  return (
    <Notice tone="good" role="status" className="mb-6" title={told.title}>
      {told.text && <p>{told.text}</p>}
    </Notice>
  )
}

async function wordsOf(
  act: GuideAct,
  guide: GuideToEdit,
  said: ActSaid,
): Promise<{ title: string; text?: string } | null> {
  const t = await getTranslations('guideHistory.done')
  const guides = await getTranslations('guides')
  const { revision: live, draft, retired } = guide
  const stays = live ? t('stays', { live }) : t('stillNothing')
  switch (act) {
    case 'published':
    case 'rolled_back': {
      const published = guide.revisions.find(({ number }) => String(number) === said.number)
      const of = Number(said.of) || 0
      if (!published || published.number !== live || (act === 'rolled_back' && !of)) return null
      const number = published.number
      const earlier = guide.revisions.filter((one) => one.number < number)
      const running = earlier.reduce((sum, one) => sum + one.running, 0)
      return {
        title: t(act, { number, of, time: staffDates.moment(published.publishedAt) }),
        text: running ? guides('running', { count: running }) : undefined,
      }
    }
    case 'planned':
      return draft?.planned
        ? { title: t('planned', { time: staffDates.moment(draft.planned.at) }), text: stays }
        : null
    case 'unplanned':
      return draft && !draft.planned ? { title: t('unplanned'), text: stays } : null
    case 'discarded':
      return draft ? null : { title: t('discarded'), text: stays }
    case 'restored':
    case 'drafted':
      return draft ? { title: t(act), text: stays } : null
    case 'retired':
      return retired ? { title: t('retired') } : null
    case 'in_use_again':
      return retired ? null : { title: t('inUseAgain') }
  }
}
