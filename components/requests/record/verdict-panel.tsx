'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Suspense, lazy, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { Tick } from '@/components/ui/tick'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { circumstances } from '@/lib/domain/coded-values'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { Alternatives, type NoteAlternative } from './alternatives'
import { LiveRequestNotice } from './live-request-notice'
import { RefusedBeforeNotice } from './refused-before-notice'
import type { SectionProps } from './record-values'
import { CarrierPractice, StoresThatCan } from './carrier-practice'
import { useWhyNot } from './why-not'
import { staffDates } from '@/lib/i18n/dates'

// Its texts are Markdown: what renders it comes only when something is printed.
const MissingSheet = lazy(() => import('./missing-sheet'))

type Props = SectionProps & {
  number: string
  recheck(): void
  noteAlternative: NoteAlternative
}

/**
 * Beside the form, live: whether it can be done today, what stands in the way, what to bring, what
 * can be done instead. Nothing here moves the fields.
 */
export function VerdictPanel(props: Props) {
  const { choices, preflight, number } = props
  const record = useTranslations('record')
  const whyNot = useWhyNot(props)
  const locale = useLocale()
  const words = useTranslations('words')
  const why = useTranslations('demands.whyNot')
  const { today, live, refused } = preflight ?? { today: null, live: null, refused: null }
  const [open, setOpen] = useState<readonly string[]>([])
  if (choices.keepNumber === 'true')
    return (
      <Notice tone="warn" role="status" title={record('keepStop')}>
        <p className="mb-3">{record('keepStopText')}</p>
        <Alternatives choices={choices} noteAlternative={props.noteAlternative} />
      </Notice>
    )
  const clear = today?.obligations.filter(({ code }) => open.includes(code)) ?? []
  const items = clear.map((item) => nameIn(locale, item)).join(words('enumerationComma'))
  const lines = [...whyNot.lines, ...(items ? [why('obligations_clear', { items })] : [])]
  const shown = { ...props, whyNot, clear, lines }
  return (
    <div className="grid gap-4">
      <LiveRequestNotice live={live} number={number} />
      <RefusedBeforeNotice refused={refused} />
      {!live && <Verdict {...shown} />}
      {today && (
        <>
          <p className="text-sm text-quiet">{record('regionHint')}</p>
          <Questions {...shown} open={open} onOpen={setOpen} />
          <ToDo {...shown} />
          <Fold title={record('alternatives.title')}>
            <Alternatives choices={choices} noteAlternative={props.noteAlternative} />
          </Fold>
          <CarrierPractice today={today} />
        </>
      )}
    </div>
  )
}

/** The same beside an amendment: only what stands in the way. */
export function OfferNotice(props: SectionProps) {
  const whyNot = useWhyNot(props)
  if (whyNot.lines.length === 0) return null
  return <Verdict {...props} whyNot={whyNot} lines={whyNot.lines} />
}

type Shown = Props & {
  whyNot: ReturnType<typeof useWhyNot>
  clear: NonNullable<Preflight['today']>['obligations']
  lines: readonly string[]
}

function Verdict({
  preflight,
  choose,
  whyNot,
  lines,
}: Pick<Shown, 'preflight' | 'choose' | 'whyNot' | 'lines'>) {
  const t = useTranslations('preflight')
  const record = useTranslations('record')
  const closedWords = useTranslations('walk.closed')
  const today = preflight?.today
  if (!today)
    return (
      <Notice tone="info" role="status">
        {t('unknown')}
      </Notice>
    )
  const can = lines.length === 0
  return (
    <>
      <Notice tone={can ? 'good' : 'bad'} role="status" title={can ? t('can') : t('cannot')}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <StoresThatCan stores={today.elsewhere} />
        {whyNot.instead.length > 0 && (
          <>
            <p className="mt-2">{record('offeredInstead')}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              {whyNot.instead.map((path) => (
                <Button
                  key={whyNot.named(path)}
                  type="button"
                  look="secondary"
                  onClick={() => choose(path)}
                >
                  {record('use', { path: whyNot.named(path) })}
                </Button>
              ))}
            </div>
          </>
        )}
      </Notice>
      {today.closed && (
        <Notice tone="warn" title={closedWords(today.closed.why)}>
          {today.closed.opens
            ? closedWords('opens', {
                day: staffDates.day(today.closed.opens.day),
                time: today.closed.opens.time,
              })
            : closedWords('opensNever')}
        </Notice>
      )}
    </>
  )
}

/** What changes the verdict and the list, and is asked where the customer says so. */
function Questions({
  choices,
  preflight,
  recheck,
  open,
  onOpen,
}: Shown & { open: readonly string[]; onOpen(codes: readonly string[]): void }) {
  const t = useTranslations('preflight')
  const words = useTranslations('words.circumstance')
  const locale = useLocale()
  return (
    <Fold title={t('questions')}>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-semibold">{t('special')}</legend>
        {circumstances.map((value) => (
          <Tick key={value} name="$special" value={value} label={words(value)} onChange={recheck} />
        ))}
        {choices.channel === 'online' && (
          <Tick name="$special" value="number_stopped" label={t('stopped')} onChange={recheck} />
        )}
      </fieldset>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-semibold">{t('open')}</legend>
        {preflight?.today?.obligations.map((obligation) => (
          <Tick
            key={obligation.code}
            name="$open"
            value={obligation.code}
            label={nameIn(locale, obligation)}
            onChange={(checked) => {
              const others = open.filter((code) => code !== obligation.code)
              onOpen(checked ? [...others, obligation.code] : others)
              recheck()
            }}
          />
        ))}
      </fieldset>
    </Fold>
  )
}

/** What to clear and to bring; printed for a customer who has to come again. */
function ToDo(props: Shown) {
  const { preflight, clear, whyNot, lines, options, choices } = props
  const t = useTranslations('preflight')
  const locale = useLocale()
  const [prints, setPrints] = useState(0)
  const bring = preflight?.today?.bring ?? []
  return (
    <>
      {clear.length > 0 && (
        <div>
          <h2 className="font-semibold">{t('clear')}</h2>
          <ul className="list-disc pl-5">
            {clear.map((item) => (
              <li key={item.code}>{inLocale(locale, { zh: item.helpZh, en: item.helpEn })}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h2 className="font-semibold">{t('bring')}</h2>
        <ul className="list-disc pl-5">
          {bring.map(({ id, title }) => (
            <li key={id}>{inLocale(locale, title)}</li>
          ))}
        </ul>
      </div>
      <div>
        <Button type="button" look="secondary" onClick={() => setPrints(prints + 1)}>
          {t('print')}
        </Button>
      </div>
      {prints > 0 && (
        <Suspense>
          <MissingSheet
            key={prints}
            store={options.stores.find(({ code }) => code === choices.store)}
            whyNot={whyNot}
            relation={choices.relation}
            lines={lines}
            clear={clear}
            bring={bring}
          />
        </Suspense>
      )}
    </>
  )
}
