import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveRequest } from '@/components/live/live-request'
import { PrintOnce } from '@/components/print/print-once'
import { AnswersPanel } from '@/components/requests/answers-panel'
import { AssignBar } from '@/components/requests/assign-bar'
import { CallPanel } from '@/components/requests/call-panel'
import { ContactPanel } from '@/components/requests/contact-panel'
import { DutiesPanel } from '@/components/requests/duties-panel'
import { ErasePanel } from '@/components/requests/erase-panel'
import { GuideChangePanel } from '@/components/requests/guide-change-panel'
import { HolderDied } from '@/components/requests/holder-died'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { MovesPanel } from '@/components/requests/moves/moves-panel'
import { OnlineClosed } from '@/components/requests/online-closed'
import { ReceiptSheet } from '@/components/requests/receipt-sheet'
import { RequestHead } from '@/components/requests/request-head'
import { SlipPrint } from '@/components/requests/slip-print'
import { StageSteps } from '@/components/requests/stage-steps'
import { groupsOf } from '@/components/requests/walk/groups-of'
import { PhaseForm } from '@/components/requests/walk/phase-form'
import { RecordedList } from '@/components/requests/walk/recorded-list'
import { StepRail } from '@/components/requests/walk/step-rail'
import { WalkScope } from '@/components/requests/walk/walk-scope'
import { Notice } from '@/components/ui/notice'
import { colleaguesAt } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { historyOf } from '@/lib/cancellation/queries/history'
import { newerGuide } from '@/lib/cancellation/queries/newer-guide'
import { roundsOf } from '@/lib/cancellation/queries/rounds'
import { awaitedCall } from '@/lib/cancellation/rules/calls'
import { handedOverSteps } from '@/lib/cancellation/rules/handing-over'
import { worksAtStore } from '@/lib/cancellation/rules/situation'
import { nextStep } from '@/lib/cancellation/rules/walk'
import { namesBehind } from '@/lib/carriers/names'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { storeCodes, visibleStores } from '@/lib/domain/permissions'
import { publishedRevision } from '@/lib/guide/queries/published'
import { inLocale } from '@/lib/i18n/bilingual'
import { noticesOf } from '@/lib/notices/outbox/queries'
import { noteCard } from '../../day/actions'
import { changeGuide, makeMove, noteCall, noteDuty, savePhase, setWaiting } from './actions'
import { enterContactCode, noteSlipOnly, sendContactCode } from './contact/actions'
import { erase } from './erase/actions'
import { phaseAtHand } from './phase-at-hand'
import { requestOr404 } from './request-or-404'
import { RequestTabs } from './request-tabs'

// Histories can be long; the latest entries suffice for working.
const lastEntries = 20

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
  const query = await searchParams
  const { walk, now, again, here, before, offered, ending, move } = phaseAtHand(one)
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
  const named = {
    carrier: carriers.find(({ code }) => code === record.carrier),
    region: regions.find(({ code }) => code === record.region),
  }
  const decides = offered.some(({ move }) => move === 'approve')
  const call = <CallPanel one={one} carrier={named.carrier} now={new Date()} action={noteCall} />
  const duties = (
    <DutiesPanel
      record={record}
      personal={one.personal}
      today={situation.today}
      uncollectedDays={situation.policy.uncollectedDays}
      stores={stores}
      action={noteDuty}
      cardAction={noteCard}
    />
  )
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
          {/* What is worked on now comes before what is left to do. */}
          {!now && duties}
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
              move={move}
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
          {handedOverSteps(record).length > 0 && worksAtStore(situation.actor) && (
            <OneButtonForm
              look="plain"
              action={noteDuty}
              values={{ $reference: record.reference, $duty: 'undo_hand_over' }}
            >
              {t('undoHandOver')}
            </OneButtonForm>
          )}
          {now && duties}
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
        <RequestTabs
          one={one}
          stores={stores}
          revision={revision.number}
          history={history}
          isHistoryFirst={Boolean(query.history)}
          notices={notices}
          names={names}
          {...named}
        />
      </WalkScope>
    </>
  )
}
