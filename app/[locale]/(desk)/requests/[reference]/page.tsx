import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DocumentsPanel } from '@/components/documents/documents-panel'
import { LiveRequest } from '@/components/live/live-request'
import { NoticeList } from '@/components/notices/notice-list'
import { PrintOnce } from '@/components/print/print-once'
import { AnswersPanel } from '@/components/requests/answers-panel'
import { AssignBar } from '@/components/requests/assign-bar'
import { CallPanel } from '@/components/requests/call-panel'
import { ContactPanel } from '@/components/requests/contact-panel'
import { DutiesPanel } from '@/components/requests/duties-panel'
import { ErasePanel } from '@/components/requests/erase-panel'
import { GuideChangePanel } from '@/components/requests/guide-change-panel'
import { HolderDied } from '@/components/requests/holder-died'
import { MovesPanel } from '@/components/requests/moves/moves-panel'
import { OnlineClosed } from '@/components/requests/online-closed'
import { ReceiptSheet } from '@/components/requests/receipt-sheet'
import { RequestHead } from '@/components/requests/request-head'
import { SlipPrint } from '@/components/requests/slip-print'
import { StageSteps } from '@/components/requests/stage-steps'
import { Summary } from '@/components/requests/summary'
import { Timeline } from '@/components/requests/timeline'
import { unmetDemandsOf } from '@/components/requests/unmet-demands'
import { groupsOf, isNotedStep } from '@/components/requests/walk/groups-of'
import { PhaseForm } from '@/components/requests/walk/phase-form'
import { RecordedList } from '@/components/requests/walk/recorded-list'
import { StepRail } from '@/components/requests/walk/step-rail'
import { WalkScope } from '@/components/requests/walk/walk-scope'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { colleaguesAt } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { historyOf } from '@/lib/cancellation/queries/history'
import { newerGuide } from '@/lib/cancellation/queries/newer-guide'
import { offeredMoves } from '@/lib/cancellation/queries/offered-moves'
import { roundsOf } from '@/lib/cancellation/queries/rounds'
import { reinstatableUntil } from '@/lib/cancellation/rules/questions'
import { awaitedCall, isCallMissedForGood } from '@/lib/cancellation/rules/calls'
import { nextStep, stepLifting, walkOf } from '@/lib/cancellation/rules/walk'
import type { State } from '@/lib/cancellation/rules/workflow'
import { namesBehind } from '@/lib/carriers/names'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { storeCodes, visibleStores } from '@/lib/domain/permissions'
import type { Phase } from '@/lib/domain/step-kinds'
import { publishedRevision } from '@/lib/guide/queries/published'
import { inLocale } from '@/lib/i18n/bilingual'
import { noticesOf } from '@/lib/notices/outbox/queries'
import { noteCard } from '../../day/actions'
import { resend } from '../../outbox/actions'
import {
  changeGuide,
  makeMove,
  noteCall,
  noteDuty,
  savePhase,
  setWaiting,
  takeAway,
} from './actions'
import { enterContactCode, noteSlipOnly, sendContactCode } from './contact/actions'
import { erase } from './erase/actions'
import { requestOr404 } from './request-or-404'

// Histories can be long; the latest entries suffice for working.
const lastEntries = 20

/** The phase that is worked on in a state; none while others decide, and after an early end. */
const phaseNow: Partial<Record<State, Phase>> = {
  open: 'before_review',
  needs_info: 'before_review',
  closing: 'after_approval',
  completed: 'after_completion',
}
/** The move that ends a phase, made by the same button that saves its steps. */
const moveOf: Partial<Record<State, 'submit' | 'complete'>> = {
  open: 'submit',
  closing: 'complete',
}

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ step?: string; history?: string; print?: string }>
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
  const locale = await getLocale()
  const stores = storeCodes(viewer.memberships)
  const walk = walkOf(situation)
  const query = await searchParams
  // In review nothing is noted but a submission to the carrier that has to be made again (P15).
  const again = record.state === 'in_review' && isCallMissedForGood(record)
  const now = again ? 'before_review' : (phaseNow[record.state] ?? null)
  const noted = walk.filter(isNotedStep)
  const here = noted.filter(
    ({ phase, step }) => phase === now && (!again || step.kind === 'carrier_submission'),
  )
  const before = noted.filter((item) => !here.includes(item) && record.steps[item.step.id])
  const first = here.find(({ step }) => step.id === query.step) ?? nextStep(here)
  const [
    history,
    { carriers, regions },
    revision,
    colleagues,
    carrier,
    newer,
    notices,
    rounds,
    shown,
  ] = await Promise.all([
    historyOf(record.id, query.history === 'all' ? undefined : lastEntries),
    carriersAndRegions(),
    publishedRevision(record.revisionId),
    colleaguesAt(record.store),
    carrierByCode(record.carrier),
    record.endedAt ? null : newerGuide(record),
    noticesOf(record.id, record.reference),
    roundsOf(record),
    groupsOf(one, [...before, ...here], viewer),
  ])
  const [recorded, groups] = [shown.slice(0, before.length), shown.slice(before.length)]
  const names = namesBehind(
    locale,
    [carriers, regions, carrier?.obligations ?? []],
    situation.guide.materials,
  )
  const offered = offeredMoves(situation)
  const ending = offered.find(({ move }) => move === moveOf[record.state])
  // Whoever goes by the slip alone signs it at the counter: a tick of the same form.
  const signsSlip = ending?.move === 'submit' && ending.unmet.includes('contact_reachable')
  const missing = (ending?.unmet ?? []).filter((name) => {
    if (name === 'contact_reachable') return false
    const step = stepLifting(name, situation.guide)
    return !here.some((item) => item.step.id === step?.id)
  })
  const move = ending && {
    name: ending.move as 'submit' | 'complete',
    missing: unmetDemandsOf(one, missing),
    signsSlip,
    reinstatableUntil: reinstatableUntil(record, situation.today),
  }
  const named = {
    carrier: carriers.find(({ code }) => code === record.carrier),
    region: regions.find(({ code }) => code === record.region),
  }
  const decides = offered.some(({ move }) => move === 'approve')
  const call = <CallPanel one={one} carrier={named.carrier} now={new Date()} action={noteCall} />
  const printsReceipt = ['receipt', 'receipt-printed'].includes(query.print ?? '')
  const online = here.find(({ step }) => step.kind === 'carrier_submission')
  return (
    <>
      <RequestHead one={one} {...named} setWaiting={setWaiting}>
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
      </RequestHead>
      {printsReceipt && record.receipt && (
        <PrintOnce
          what="receipt"
          isPrinted={query.print === 'receipt-printed'}
          done={t('printed')}
          again={t('printAgain')}
        >
          <ReceiptSheet of={one} receipt={record.receipt} />
        </PrintOnce>
      )}
      <SlipPrint one={one} viewer={viewer} print={query.print} />
      <StageSteps record={record} />
      <HolderDied one={one} stores={visibleStores(viewer.memberships)} />
      <WalkScope
        first={first?.step.id ?? null}
        className={
          'no-print grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)] ' +
          'xl:grid-cols-[13rem_minmax(0,1fr)_minmax(18rem,22rem)]'
        }
      >
        <div className="hidden xl:sticky xl:top-20 xl:block">
          <StepRail
            now={record.state === 'in_review' && !again ? 'in_review' : now}
            steps={walk.map(({ step, state, phase }) => ({
              ...{ step: step.id, title: inLocale(locale, step.staff.title), state, phase },
              fresh: (record.addedSteps ?? []).includes(step.id),
            }))}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          <AnswersPanel rounds={rounds} steps={situation.guide.steps} />
          <DutiesPanel
            record={record}
            personal={one.personal}
            today={situation.today}
            uncollectedDays={situation.policy.uncollectedDays}
            stores={stores}
            action={noteDuty}
            cardAction={noteCard}
          />
          {/* Who decides has all that was recorded first, who waits for the carrier the call. */}
          {!decides && call}
          <RecordedList groups={recorded} folded={now !== null} />
          {decides && call}
          {now && (groups.length > 0 || move) ? (
            <PhaseForm
              key={now}
              action={savePhase}
              reference={record.reference}
              version={record.version}
              phase={now}
              groups={groups}
              move={move ?? null}
              today={situation.today}
            >
              {online && online.state !== 'done' && record.channel === 'online' && (
                <OnlineClosed window={situation.policy.window} now={new Date()} />
              )}
            </PhaseForm>
          ) : (
            record.state === 'in_review' &&
            !decides &&
            !awaitedCall(record) && <Notice tone="info">{t('nothingNow')}</Notice>
          )}
          {!record.endedAt && (
            <MovesPanel
              one={one}
              offered={offered.filter((one) => one !== ending)}
              action={makeMove}
            />
          )}
          <ContactPanel one={one} actions={{ sendContactCode, enterContactCode, noteSlipOnly }} />
          {newer && (
            <GuideChangePanel one={one} present={revision} newer={newer} action={changeGuide} />
          )}
          {situation.actor.capacities.includes('reviewer') && record.endedAt && !record.erased && (
            <ErasePanel reference={record.reference} action={erase} />
          )}
          {record.erased && <Notice tone="info">{t('erase.done')}</Notice>}
        </div>
        <Tabs
          label={t('tabs.title')}
          first={query.history ? 'history' : 'summary'}
          tabs={[
            {
              name: 'summary',
              title: t('tabs.summary'),
              content: <Summary one={one} stores={stores} revision={revision.number} {...named} />,
            },
            {
              name: 'papers',
              title: t('tabs.papers'),
              content: <DocumentsPanel one={one} drop={takeAway} />,
            },
            {
              name: 'notices',
              title: t('tabs.notices'),
              content: <NoticeList notices={notices} resend={resend} />,
            },
            {
              name: 'history',
              title: t('tabs.history'),
              content: (
                <Timeline
                  history={history}
                  count={record.version}
                  steps={situation.guide.steps}
                  names={names}
                  reference={record.reference}
                />
              ),
            },
          ]}
        />
      </WalkScope>
    </>
  )
}
