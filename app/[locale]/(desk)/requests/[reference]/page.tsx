import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { DocumentsPanel } from '@/components/documents/documents-panel'
import { NoticeList } from '@/components/notices/notice-list'
import { MovesPanel } from '@/components/requests/moves/moves-panel'
import { AnswersPanel } from '@/components/requests/answers-panel'
import { AssignBar } from '@/components/requests/assign-bar'
import { ContactPanel } from '@/components/requests/contact-panel'
import { ErasePanel } from '@/components/requests/erase-panel'
import { DutiesPanel } from '@/components/requests/duties-panel'
import { GuideChangePanel } from '@/components/requests/guide-change-panel'
import { RequestHeading } from '@/components/requests/request-heading'
import { Summary } from '@/components/requests/summary'
import { Timeline } from '@/components/requests/timeline'
import { NotingScope } from '@/components/requests/walk/noting'
import { StepPanel } from '@/components/requests/walk/step-panel'
import { TaskList } from '@/components/requests/walk/task-list'
import { LiveRequest } from '@/components/live/live-request'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { accountNames, colleaguesAt } from '@/lib/accounts/queries'
import { storeCodes } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { namesBehind } from '@/lib/carriers/names'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { historyOf } from '@/lib/cancellation/queries/history'
import { roundsOf } from '@/lib/cancellation/queries/rounds'
import { newerGuide } from '@/lib/cancellation/queries/newer-guide'
import { offeredMoves } from '@/lib/cancellation/queries/offered-moves'
import { nextStep, walkOf } from '@/lib/cancellation/rules/walk'
import { publishedRevision } from '@/lib/guide/queries/published'
import { noticesOf } from '@/lib/notices/outbox/queries'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { noteCard } from '../../day/actions'
import { resend } from '../../outbox/actions'
import { changeGuide, makeMove, noteDuty, noteStep, setWaiting, takeAway } from './actions'
import { enterContactCode, noteSlipOnly, sendContactCode } from './contact/actions'
import { erase } from './erase/actions'
import { requestOr404 } from './request-or-404'

// Histories can be long; the latest entries suffice for working.
const lastEntries = 20

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ step?: string; history?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('walk')
  const { reference } = await params
  return { title: t('title', { reference: groupReference(readReference(reference) ?? '') }) }
}

export default async function RequestPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('request.read')
  const one = await requestOr404(viewer, (await params).reference)
  const { record, situation } = one
  const t = await getTranslations('walk')
  const stores = storeCodes(viewer.memberships)
  const walk = walkOf(situation)
  const next = nextStep(walk)
  const query = await searchParams
  const shown = walk.find((item) => item.step.id === query.step) ?? next
  const note = shown && record.steps[shown.step.id]
  const [
    history,
    { carriers, regions },
    revision,
    colleagues,
    carrier,
    newer,
    notices,
    notedBy,
    rounds,
  ] = await Promise.all([
    historyOf(record.id, query.history === 'all' ? undefined : lastEntries),
    carriersAndRegions(),
    publishedRevision(record.revisionId),
    colleaguesAt(record.store),
    carrierByCode(record.carrier),
    record.endedAt ? null : newerGuide(record),
    noticesOf(record.id, record.reference),
    nameOf(note?.by),
    roundsOf(record),
  ])
  const names = namesBehind(
    await getLocale(),
    [carriers, regions, carrier?.obligations ?? []],
    situation.guide.materials,
  )
  return (
    <>
      <RequestHeading
        record={record}
        capacities={situation.actor.capacities}
        setWaiting={setWaiting}
      />
      <div className="mb-6 flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {!record.endedAt && (
          <AssignBar
            record={record}
            viewer={viewer}
            colleagues={colleagues}
            canDispose={situation.actor.capacities.includes('reviewer')}
            action={noteDuty}
          />
        )}
        <LiveRequest reference={record.reference} version={record.version} />
      </div>
      <NotingScope
        className={
          'grid items-start gap-6 lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)] ' +
          'xl:grid-cols-[minmax(18rem,23rem)_minmax(0,1fr)_minmax(18rem,22rem)]'
        }
      >
        <Panel title={t('tasks')} className="order-2 lg:order-none">
          <TaskList
            walk={walk}
            added={record.addedSteps ?? []}
            reference={record.reference}
            shown={shown?.step.id}
            next={next?.step.id}
          />
        </Panel>
        <div className="order-1 grid min-w-0 gap-6 lg:order-none">
          <AnswersPanel rounds={rounds} steps={situation.guide.steps} />
          <DutiesPanel
            record={record}
            today={situation.today}
            uncollectedDays={situation.policy.uncollectedDays}
            stores={stores}
            action={noteDuty}
            cardAction={noteCard}
          />
          {shown ? (
            <StepPanel one={one} item={shown} notedBy={notedBy} action={noteStep} />
          ) : (
            <Notice tone="info">
              {walk.every(({ state }) => state === 'done') ? t('all') : t('nothingNow')}
            </Notice>
          )}
          {!record.endedAt && (
            <MovesPanel one={one} offered={offeredMoves(situation)} action={makeMove} />
          )}
          <ContactPanel one={one} actions={{ sendContactCode, enterContactCode, noteSlipOnly }} />
          {newer && (
            <GuideChangePanel one={one} present={revision} newer={newer} action={changeGuide} />
          )}
          {situation.actor.capacities.includes('reviewer') && record.endedAt && !record.erased && (
            <ErasePanel reference={record.reference} action={erase} />
          )}
          {record.erased && <Notice tone="info">{t('erase.done')}</Notice>}
          <NoReturn approvedAt={record.approvedAt} ended={record.endedAt !== null} />
        </div>
        <div className="order-3 grid gap-6 lg:col-span-2 xl:col-span-1">
          <Summary
            one={one}
            stores={stores}
            revision={revision.number}
            carrier={carriers.find(({ code }) => code === record.carrier)}
            region={regions.find(({ code }) => code === record.region)}
          />
          <DocumentsPanel one={one} drop={takeAway} />
          <NoticeList notices={notices} resend={resend} />
          <Timeline
            history={history}
            count={record.version}
            steps={situation.guide.steps}
            names={names}
            reference={record.reference}
          />
        </div>
      </NotingScope>
    </>
  )
}

async function NoReturn({ approvedAt, ended }: { approvedAt: string | null; ended: boolean }) {
  const t = await getTranslations('walk.noReturn')
  const format = await getFormatter()
  if (ended) return null
  return (
    <p className="text-sm text-quiet">
      {approvedAt
        ? t('after', { time: format.dateTime(new Date(approvedAt), 'moment') })
        : t('before')}
    </p>
  )
}

const nameOf = async (account: string | null | undefined) =>
  account ? ((await accountNames([account])).get(account) ?? null) : null
