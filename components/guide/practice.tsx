import { getLocale, getTranslations } from 'next-intl/server'
import { ruleText } from '@/components/rules/rule-text'
import { ruleWords } from '@/components/rules/rule-words'
import { Panel } from '@/components/ui/panel'
import { reliabilityOf } from '@/lib/carriers/rulebook/answer'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { ruleFor } from '@/lib/carriers/rulebook/rules'
import { staleAfterDays } from '@/lib/carriers/rulebook/setting'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { dayOf } from '@/lib/domain/days'
import { nameIn } from '@/lib/i18n/bilingual'
import { paperDates } from '@/lib/i18n/dates'
import type { Named } from '@/lib/carriers/queries'

type Props = {
  carrier: Named
  region: Named
  hotline: string
  cardType: CardType
  channel: Channel
}

const inStore = ['documents', 'applicants', 'visit_order', 'refund', 'pre_cancel'] as const
const online = ['window', 'call_back', 'links', 'documents', 'refund', 'pre_cancel'] as const

/**
 * What the chosen carrier does in the chosen home region (P2, P14 to P18, P20), and since when that
 * is known. It says nothing of this moment: the page may be kept for others.
 */
export async function Practice({ carrier, region, hotline, cardType, channel }: Props) {
  const [t, locale, words, rules, oldAfter] = await Promise.all([
    getTranslations('guide.practice'),
    getLocale(),
    ruleWords(),
    rulebookOf(carrier.code),
    staleAfterDays(),
  ])
  const about = { region: region.code, cardType, channel, storeKind: 'own' as const }
  const said = (channel === 'online' ? online : inStore).flatMap((topic) => {
    const rule = ruleFor(rules, topic, about)
    return rule ? [{ topic, text: ruleText(rule, words) }] : []
  })
  const { asOf } = reliabilityOf(
    rules,
    { ...about, carrier: carrier.code, store: null },
    dayOf(new Date()),
    oldAfter,
  )
  return (
    <Panel title={t('title', { carrier: nameIn(locale, carrier) })}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {said.map(({ topic, text }) => (
          <div key={topic} className="contents">
            <dt className="font-semibold">{t(topic)}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
        <dt className="font-semibold">{t('hotline')}</dt>
        <dd>{hotline}</dd>
      </dl>
      <p className="mt-3 text-sm text-quiet">
        {asOf ? t('asOf', { day: paperDates(locale).day(asOf) }) : t('notChecked')}
      </p>
    </Panel>
  )
}
