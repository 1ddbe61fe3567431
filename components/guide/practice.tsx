import { getLocale, getTranslations } from 'next-intl/server'
import { type RuleWords, ruleText } from '@/components/rules/rule-text'
import { ruleWords } from '@/components/rules/rule-words'
import { Panel } from '@/components/ui/panel'
import { answerFor, reliabilityOf } from '@/lib/carriers/rulebook/answer'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { type CarrierRule, type RuleCase, ruleFor } from '@/lib/carriers/rulebook/rules'
import { staleAfterDays } from '@/lib/carriers/rulebook/setting'
import { type CardType, type Channel, storeKinds } from '@/lib/domain/coded-values'
import { closedAt, opensNext } from '@/lib/carriers/rulebook/windows'
import { dayOf, timeOf } from '@/lib/domain/days'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { customerDates, paperDates } from '@/lib/i18n/dates'
import type { CarrierByCode, Named } from '@/lib/carriers/queries'

type Props = {
  carrier: Named & Pick<CarrierByCode, 'obligations'>
  region: Named
  hotline: string
  cardType: CardType
  channel: Channel
}

const inStore = [
  'stores',
  'documents',
  'applicants',
  'visit_order',
  'refund',
  'pre_cancel',
] as const
const online = ['window', 'call_back', 'links', 'documents', 'refund', 'pre_cancel'] as const
type SaidTopic = (typeof inStore | typeof online)[number]

/**
 * What the chosen carrier does in the chosen home region (P2, P14 to P18, P20), and since when that
 * is known; online, whether it is taken at this moment (P14): the page is kept for seconds only.
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
  const told: readonly SaidTopic[] = channel === 'online' ? online : inStore
  const said = told.flatMap((topic): { topic: SaidTopic; text: string }[] => {
    if (topic === 'stores') {
      const text = whichStores(rules, about, words)
      return text ? [{ topic, text }] : []
    }
    const rule = ruleFor(rules, topic, about)
    return rule ? [{ topic, text: ruleText(rule, words) }] : []
  })
  const now = new Date()
  const [day, time] = [dayOf(now), timeOf(now)]
  const asked = { ...about, carrier: carrier.code, store: null }
  const { asOf } = reliabilityOf(rules, asked, day, oldAfter)
  const { offered, window } = answerFor(rules, asked)
  const isClosed = closedAt(day, time, window) !== null
  const opens = isClosed ? opensNext(day, time, window) : null
  return (
    <Panel title={t('title', { carrier: nameIn(locale, carrier) })}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {said.map(({ topic, text }) => (
          <div key={topic} className="sm:contents">
            <dt className="font-semibold">{t(topic)}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
        {channel === 'online' && offered && (
          <div className="sm:contents">
            <dt className="font-semibold">{t('now')}</dt>
            <dd>
              {opens
                ? t('opens', { day: customerDates(locale, now).day(opens.day), time: opens.time })
                : t(isClosed ? 'neverTaken' : 'taken')}
            </dd>
          </div>
        )}
        {carrier.obligations.length > 0 && (
          <div className="sm:contents">
            <dt className="font-semibold">{t('clear')}</dt>
            <dd>
              <ul className="grid gap-1">
                {carrier.obligations.map((one) => (
                  <li key={one.code}>
                    {nameIn(locale, one)}
                    {words.words('colon')}
                    {inLocale(locale, { zh: one.helpZh, en: one.helpEn })}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div className="sm:contents">
          <dt className="font-semibold">{t('hotline')}</dt>
          <dd>{hotline}</dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-quiet">
        {asOf ? t('asOf', { day: paperDates(locale).day(asOf) }) : t('notChecked')}
      </p>
    </Panel>
  )
}

/** Which numbers each kind of store cancels (P13), in one line. */
function whichStores(rules: readonly CarrierRule[], about: RuleCase, words: RuleWords): string {
  return storeKinds
    .flatMap((storeKind) => {
      const rule = ruleFor(rules, 'stores', { ...about, storeKind })
      return rule
        ? [`${words.t(`storeKind.${storeKind}`)}${words.words('colon')}${ruleText(rule, words)}`]
        : []
    })
    .join(words.words('semicolon'))
}
