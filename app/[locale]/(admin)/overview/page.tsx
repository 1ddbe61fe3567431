import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { faultGroup, faultPlace } from '@/components/overview/fault-groups'
import { type TodoLine, TodoPanel } from '@/components/overview/todo-panel'
import { PageHeading } from '@/components/ui/panel'
import { waitingGrants } from '@/lib/accounts/grants/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { narrowingWords } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { staleAfterDays } from '@/lib/carriers/rulebook/setting'
import { daysBetween, dayOf } from '@/lib/domain/days'
import { may } from '@/lib/domain/permissions'
import { liveFaults } from '@/lib/guide/queries/live-faults'
import { stepNames } from '@/lib/guide/queries/published'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'
import {
  type GuideAt,
  type Tally,
  forOperator,
  mostCounted,
  openDrafts,
  staleRules,
  stepFeedback,
} from '@/lib/overview/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

const mostLines = 5
const oldBackupDays = 7

/** What waits for an administrator: each kind with its count, its oldest and the way to mend it. */
export default async function OverviewPage() {
  const viewer = await requireViewer('settings.edit')
  const now = new Date()
  const today = dayOf(now)
  const [t, words, grantWords, locale, drafts, faults, rules, feedback, grants, operator, places] =
    await Promise.all([
      getTranslations('overview'),
      getTranslations('words'),
      getTranslations('settings.grants'),
      getLocale(),
      openDrafts(),
      liveFaults(),
      staleAfterDays().then((days) => staleRules(today, days)),
      stepFeedback(now),
      waitingGrants(),
      forOperator(now),
      carriersAndRegions(),
    ])
  const steps = feedback.length ? await stepNames(locale) : {}
  const guideName = ({ cardType, channel, carrier, region }: GuideAt) =>
    [
      words(`cardType.${cardType}`),
      words(`channel.${channel}`),
      narrowingWords(locale, { carrier, region }, places) || t('everyone'),
    ].join(' · ')
  const carrierName = (code: string) => {
    const found = places.carriers.find((one) => one.code === code)
    return found ? nameIn(locale, found) : code
  }
  const since = (at: Date | string | null | undefined) =>
    at ? t('oldest', { time: typeof at === 'string' ? at : staffDates.moment(at) }) : null
  const counted = (count: number) =>
    count === 0 ? null : count >= mostCounted ? t('atLeast', { count }) : String(count)

  const open = drafts.filter(({ planned }) => !planned)
  const planned = drafts
    .flatMap(({ planned: at, ...draft }) => (at ? [{ ...draft, at }] : []))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  const faultLines = faults.guides.flatMap((guide) =>
    guide.faults.map((fault, place) => ({ guide, fault, key: `${guide.id} ${place}` })),
  )
  const stale = rules.reduce((sum, { count }) => sum + count, 0)
  const neverChecked = rules.some(({ oldest }) => oldest === null)

  const operatorLine = (key: string, text: string, { count, oldest }: Tally): TodoLine[] =>
    count ? [{ key, href: null, text, more: since(oldest) }] : []
  const mayOpenOutbox = may(viewer.memberships, 'request.note')
  const backupAge = operator.backup && daysBetween(dayOf(operator.backup), today)
  const forOperators: TodoLine[] = [
    ...(operator.notices.count
      ? [
          {
            key: 'notices',
            href: mayOpenOutbox ? '/outbox?state=dead' : null,
            text: t('notices', { count: counted(operator.notices.count) ?? '' }),
            more: since(operator.notices.oldest),
          },
        ]
      : []),
    ...(operator.deliveries.count
      ? [
          {
            key: 'deliveries',
            href: '/keys',
            text: t('deliveries', { count: counted(operator.deliveries.count) ?? '' }),
            more: since(operator.deliveries.oldest),
          },
        ]
      : []),
    ...operator.jobs.flatMap(({ task, ...tally }) =>
      operatorLine(
        task,
        t('jobs', {
          task: t.has(`task.${task as 'send_notice'}`) ? t(`task.${task as 'send_notice'}`) : task,
          count: tally.count,
        }),
        tally,
      ),
    ),
    ...(backupAge === null
      ? [{ key: 'backup', href: null, text: t('backupUnknown'), more: t('backupHint') }]
      : backupAge > oldBackupDays
        ? [
            {
              key: 'backup',
              href: null,
              text: t('backupOld', { days: backupAge }),
              more: operator.backup && staffDates.moment(operator.backup),
            },
          ]
        : []),
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="gap-6 lg:columns-2">
        <TodoPanel
          id="drafts"
          title={t('drafts')}
          count={counted(open.length)}
          oldest={since(open[0]?.savedAt)}
          none={t('draftsNone')}
          lines={open.slice(0, mostLines).map(({ guide, by, savedAt, planFailed }) => ({
            key: guide.id,
            href: `/guides/${guide.id}`,
            text: guideName(guide),
            more: planFailed
              ? t('planFailed', { time: staffDates.moment(planFailed) })
              : t('savedBy', { name: by ?? '', time: staffDates.moment(savedAt) }),
          }))}
          all={open.length > mostLines ? { href: '/guides', text: t('allGuides') } : undefined}
        />
        <TodoPanel
          id="planned"
          title={t('planned')}
          count={counted(planned.length)}
          none={t('plannedNone')}
          lines={planned.slice(0, mostLines).map(({ guide, by, at }) => ({
            key: guide.id,
            href: `/guides/${guide.id}`,
            text: guideName(guide),
            more: t('plannedAt', { name: by ?? '', time: staffDates.moment(at) }),
          }))}
          all={planned.length > mostLines ? { href: '/guides', text: t('allGuides') } : undefined}
        />
        <TodoPanel
          id="faults"
          title={t('faults')}
          count={counted(faultLines.length)}
          oldest={since(
            faults.guides
              .map(({ publishedAt }) => publishedAt)
              .sort((one, other) => one.getTime() - other.getTime())[0],
          )}
          none={t(faults.unseen ? 'faultsLater' : 'faultsNone')}
          lines={faultLines.slice(0, 2 * mostLines).map(({ guide, fault, key }) => ({
            key,
            href: faultPlace(guide.id, fault.where),
            text: t(`fault.${faultGroup(fault)}`, {
              where: fault.title ? inLocale(locale, fault.title) : t('wholeGuide'),
            }),
            more: [guideName(guide), 'what' in fault ? fault.what : ''].filter(Boolean).join(' · '),
          }))}
          all={
            faultLines.length > 2 * mostLines
              ? { href: '/guides', text: t('allGuides') }
              : undefined
          }
        />
        <TodoPanel
          id="rules"
          title={t('rules')}
          count={counted(stale)}
          oldest={neverChecked ? t('neverChecked') : since(rules[0]?.oldest)}
          none={t('rulesNone')}
          lines={rules.slice(0, 2 * mostLines).map(({ carrier, count, oldest }) => ({
            key: carrier,
            href: `/carriers/${carrier}/rules`,
            text: carrierName(carrier),
            more: t('rulesOf', { count, oldest: oldest ?? t('never') }),
          }))}
        />
        <TodoPanel
          id="access"
          title={t('access')}
          count={counted(grants.length)}
          oldest={since(grants[0]?.askedAt)}
          none={t('accessNone')}
          lines={grants
            .slice(0, mostLines)
            .map(({ id, account, kind, role, askedByName, askedAt }) => ({
              key: id,
              href: '/accounts',
              text: grantWords('line', {
                account,
                what: grantWords(`kind.${kind}`, { role: role ? words(`role.${role}`) : '' }),
              }),
              more: grantWords('asked', { name: askedByName, time: staffDates.moment(askedAt) }),
            }))}
          all={grants.length > mostLines ? { href: '/accounts', text: t('allGrants') } : undefined}
        />
        <TodoPanel
          id="feedback"
          title={t('feedback')}
          count={counted(feedback.length)}
          none={t('feedbackNone')}
          lines={feedback.map(({ step, guide, times, last }) => ({
            key: `${guide.id} ${step}`,
            href: faultPlace(guide.id, `steps.${step}`),
            text: steps[step] ?? step,
            more: [
              guideName(guide),
              t('sentBack', { count: times, time: staffDates.moment(last) }),
            ].join(' · '),
          }))}
        />
        <TodoPanel
          id="operator"
          title={t('operator')}
          count={counted(forOperators.length)}
          none={t('operatorNone')}
          lines={forOperators}
        />
      </div>
    </>
  )
}
