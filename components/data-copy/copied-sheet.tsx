import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import { ChangeList, type Names } from '@/components/requests/change-list'
import { namesOf } from '@/components/requests/print-names'
import { eventTitle, reasonWord } from '@/components/requests/timeline'
import { yuanOf } from '@/components/requests/refund-text'
import { wholeDestination } from '@/components/requests/whole-destination'
import { paidAtCounter } from '@/lib/cancellation/rules/obligations'
import { Recorded } from '@/components/requests/walk/recorded'
import { stepFieldsProps } from '@/components/requests/walk/step-fields-props'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { isLook } from '@/lib/cancellation/rules/looks'
import type { CopiedEvent, CopiedRequest } from '@/lib/data-copies/queries'
import { namesBehind } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { imageAddress } from '@/lib/data-copies/json'
import { isNoted } from '@/lib/domain/step-kinds'
import { readAloud } from '@/lib/domain/identifiers/phone'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { inLocale } from '@/lib/i18n/bilingual'
import { paperDates } from '@/lib/i18n/dates'
import { AuthorityText } from './authority-text'

type Props = { copied: CopiedRequest; large: boolean }

/** All that the desk has about one request, on a sheet of its own. */
export async function CopiedSheet({ copied, large }: Props) {
  const { one, events, looks, notices, questions, documents } = copied
  const t = await getTranslations('dataCopy')
  const noticeWords = await getTranslations('notices')
  const questionWords = await getTranslations('questions')
  const locale = await getLocale()
  const dates = paperDates(locale)
  const { guide } = one.situation
  const { carriers, regions } = await carriersAndRegions()
  const names = namesBehind(locale, [carriers, regions], guide.materials)
  const titleOf = (id: string) => {
    const step = guide.steps.find((candidate) => candidate.id === id)
    return step ? inLocale(locale, step.title) : id
  }
  const titleOfDocument = ({ step, material }: { step: string; material: string | null }) => {
    const found = guide.materials.find(({ id }) => id === material)
    return found ? inLocale(locale, found.title) : titleOf(step)
  }
  return (
    <Sheet large={large}>
      <h2 className="sheet-title">{groupReference(one.record.reference)}</h2>
      <RequestFacts copied={copied} />
      <Part title={t('recorded')}>
        {guide.steps
          .flatMap(({ id }) => (one.record.steps[id] ? [id] : []))
          .map((id) => (
            <li key={id}>
              <b>{titleOf(id)}</b> <RecordedStep isOwn={copied.isOwn} one={one} id={id} />
            </li>
          ))}
      </Part>
      <Part title={t('documents')}>
        {documents.map((document) => (
          <li key={document.id}>
            {t('pages', { title: titleOfDocument(document), count: document.pages })} ·{' '}
            {dates.moment(document.at)}
            {document.images?.map((image, index) => (
              <img
                // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a copy stay as they are
                key={index}
                src={imageAddress(image)}
                alt={t('page', { title: titleOfDocument(document), page: index + 1 })}
                className="my-2 max-h-[120mm] max-w-full"
              />
            ))}
            {!document.images && (
              <span className="sheet-quiet">
                {' '}
                {t(one.record.photosPurged ? 'masked' : 'notOwn')}
              </span>
            )}
          </li>
        ))}
      </Part>
      <Part title={t('events')}>
        {events.map((entry) => (
          <EventLine key={entry.sequence} entry={entry} titleOf={titleOf} names={names} />
        ))}
      </Part>
      <Part title={t('notices')}>
        {notices.map(({ id, kind, channel, state, sentAt, queuedAt }) => (
          <li key={id}>
            {dates.moment(sentAt ?? queuedAt)} · {noticeWords(`kind.${kind}`)} ·{' '}
            {noticeWords(`channel.${channel}`)} · {noticeWords(`state.${state}`)}
          </li>
        ))}
      </Part>
      <Part title={t('questions')}>
        {questions.map(({ id, kind, askedAt, words: asked, answer }) => (
          <li key={id}>
            {dates.moment(askedAt)} · {questionWords(`kind.${kind}`)} “{asked}”
            {answer && <p>{t('answer', { answer })}</p>}
          </li>
        ))}
      </Part>
      <Part title={t('looks')}>
        {looks.map((entry) => (
          <EventLine key={entry.sequence} entry={entry} titleOf={titleOf} names={names} />
        ))}
      </Part>
    </Sheet>
  )
}

/** A part of the copy; one without entries says so: that there is nothing is an answer too. */
async function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const t = await getTranslations('dataCopy')
  return (
    <section className="mt-4">
      <h3 className="font-bold">{title}</h3>
      {children.length > 0 ? <ul className="grid gap-1">{children}</ul> : <p>{t('nothing')}</p>}
    </section>
  )
}

async function RequestFacts({ copied: { one, isOwn } }: Pick<Props, 'copied'>) {
  const { record, identifiers, personal } = one
  const t = await getTranslations('dataCopy')
  const words = await getTranslations('words')
  const slip = await getTranslations('walk.summary')
  const form = await getTranslations('form')
  const dates = paperDates(await getLocale())
  const names = await namesOf(record)
  const moment = (at: string | null) => at && dates.moment(at)
  const contact = [
    personal?.contactPhone && readAloud(personal.contactPhone),
    personal?.contactEmail,
    record.contact.printedSlipOnly && slip('slipOnly'),
  ]
    .filter(Boolean)
    .join(words('comma'))
  const cards = Object.values(identifiers?.notes ?? {}).flatMap(({ iccid }) => iccid ?? [])
  const card = [
    ...[...new Set([identifiers?.iccid, ...cards])].map((iccid) => iccid && `ICCID ${iccid}`),
    identifiers?.eid && `EID ${identifiers.eid}`,
    identifiers?.imei && `IMEI ${identifiers.imei}`,
  ]
    .filter(Boolean)
    .join(words('comma'))
  const confirmation = personal?.moves?.complete?.confirmation
  const { refund, preCancelled } = record
  const lines: [string, ReactNode][] = [
    [t('number'), identifiers ? readAloud(identifiers.number) : t('masked')],
    [t('store'), names.store],
    [
      t('path'),
      [
        names.carrier,
        names.region,
        words(`cardType.${record.cardType}`),
        words(`channel.${record.channel}`),
      ].join(' · '),
    ],
    [t('state'), words(`state.${record.state}`)],
    [t('name'), personal?.holderName],
    [t('card'), card],
    [t('relation'), words(`relation.${record.relation}`)],
    [t('authority'), record.authority && <AuthorityText authority={record.authority} />],
    [t('contact'), isOwn ? contact : t('notOwn')],
    [t('reason'), words(`reason.${record.reason}`)],
    ...(record.explained ?? []).map((code): [string, ReactNode] => [
      words(`question.${code}`),
      personal?.explained?.[code],
    ]),
    // Nothing is recorded without it, and nothing before it.
    [t('consent'), moment(record.openedAt)],
    [t('submitted'), moment(record.submittedAt)],
    [t('ended'), moment(record.endedAt)],
    [
      t('preCancelled'),
      preCancelled &&
        t('preCancelledOn', {
          on: dates.day(preCancelled.on),
          until: dates.day(preCancelled.reinstateUntil),
        }),
    ],
    [
      t('refund'),
      refund &&
        [
          t('amount', { amount: yuanOf(refund.amountFen) }),
          words(`route.${refund.route as 'cash'}`),
          words(`refund.${refund.state}`),
          refund.on && dates.day(refund.on),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [form('destination'), isOwn && wholeDestination(one, words)],
    ...paidAtCounter(record, personal).map(({ amountFen, way, number }): [string, ReactNode] => [
      form('paid'),
      [
        t('amount', { amount: yuanOf(amountFen) }),
        words(`paymentWay.${way as 'cash'}`),
        number,
      ].join(' · '),
    ]),
    [t('confirmation'), typeof confirmation === 'string' && confirmation],
    [t('receipt'), record.receipt && groupReference(record.receipt.number)],
    [t('rating'), record.rating && words(`rating.${record.rating}`)],
  ]
  return <SheetFacts facts={lines.map(([label, value]) => (value ? { label, value } : null))} />
}

async function RecordedStep({ one, id, isOwn }: { one: OneRequest; id: string; isOwn: boolean }) {
  const note = one.record.steps[id]
  const step = one.situation.guide.steps.find((candidate) => candidate.id === id)
  if (!note || !step || !isNoted(step.kind)) return null
  const noted = { ...step, kind: step.kind }
  const fields = await stepFieldsProps(one, noted, await getLocale())
  // Where somebody else applied, the account that the refund goes to may be theirs.
  const { destination: _, ...rest } = fields.words
  return <Recorded note={note} fields={isOwn ? fields : { ...fields, words: rest }} />
}

/** What happened, when and by whom: by role, since a clerk's name is the clerk's. */
async function EventLine({
  entry,
  titleOf,
  names,
}: {
  entry: CopiedEvent
  titleOf: (step: string) => string
  names: Names
}) {
  const t = await getTranslations('dataCopy')
  const words = await getTranslations('words')
  const dates = paperDates(await getLocale())
  const { facts, type, at, by } = entry
  const title = await eventTitle({ ...entry, assigneeName: t('by.staff') }, titleOf)
  const reason = facts.reason && !isLook(type) ? reasonWord(facts.reason, words) : null
  const items = entry.items.map((item) => `${titleOf(item.step)}${words('colon')}“${item.words}”`)
  const said = [reason, entry.words && `“${entry.words}”`, ...items].filter(Boolean)
  return (
    <li>
      {dates.moment(at)} · {title}
      {said.length > 0 && words('colon') + said.join(words('semicolon'))} · {t(`by.${by}`)}
      <ChangeList changes={entry.amended} names={names} open />
    </li>
  )
}
