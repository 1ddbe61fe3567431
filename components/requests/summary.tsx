import { getLocale, getTranslations } from 'next-intl/server'
import { CardPlace } from '@/components/custody/card-place'
import { Details } from '@/components/ui/details'
import { Panel } from '@/components/ui/panel'
import type { DatePromise } from '@/lib/cancellation/rules/request-record'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { nameIn } from '@/lib/i18n/bilingual'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { readAloud } from '@/lib/domain/identifiers/phone'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Named } from '@/lib/carriers/queries'
import { FurtherNumberLink } from './further-number-link'
import { refundLine } from './refund-text'
import { RevealNumbers } from './reveal-numbers'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  one: OneRequest
  stores: readonly string[]
  carrier: Named | undefined
  region: Named | undefined
  revision: number
}

/** The request's summary for staff: of the document only the last four characters (I7). */
export async function Summary({ one, stores, carrier, region, revision }: Props) {
  const { record, personal, identifiers } = one
  const t = await getTranslations('walk.summary')
  const words = await getTranslations('words')
  const custody = await getTranslations('custody.card')
  const yuan = await getTranslations('walk.balance')
  const locale = await getLocale()
  const erased = t('erased')
  const promise = (due: DatePromise | null) =>
    due && (
      <>
        {staffDates.day(due.date)}
        {due.estimated && words('inBrackets', { text: t('estimated') })}{' '}
        <span className="text-quiet">{words(`promiseReason.${due.reason}`)}</span>
      </>
    )
  const document = (type: string, masked: string | undefined) =>
    `${words(`document.${type as DocumentType}`)} ${masked ?? erased}`
  const relation = words('inBrackets', { text: words(`relation.${record.relation}`) })
  const applicant = [
    (personal?.applicantName ?? erased) + relation,
    record.applicantDocument &&
      document(record.applicantDocument.type, personal?.applicantDocumentMasked),
  ]
    .filter(Boolean)
    .join(' ')
  const contact = [
    personal?.contactPhone && readAloud(personal.contactPhone),
    personal?.contactEmail,
    record.contact.printedSlipOnly && t('slipOnly'),
  ]
    .filter(Boolean)
    .join(words('comma'))
  const refund = refundLine(record, {
    amount: (amount) => yuan('is', { amount }),
    state: (state) => words(`refund.${state}`),
  })
  const card = [
    personal?.iccidMasked && `ICCID ${personal.iccidMasked}`,
    personal?.eidMasked && `EID ${personal.eidMasked}`,
    personal?.imeiMasked && `IMEI ${personal.imeiMasked}`,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <Panel title={t('title')}>
      <Details
        items={[
          {
            label: t('number'),
            value: (
              <strong className="whitespace-nowrap text-base">
                {identifiers ? readAloud(identifiers.number) : (personal?.numberMasked ?? erased)}
              </strong>
            ),
          },
          { label: t('holder'), value: personal?.holderName ?? erased },
          {
            label: t('document'),
            value: document(record.documentType, personal?.holderDocumentMasked),
          },
          record.relation !== 'self' && {
            label: t('applicant'),
            value: applicant,
          },
          ...(record.explained ?? []).map((code) => ({
            label: words(`question.${code}`),
            value: personal ? `“${personal.explained?.[code] ?? ''}”` : erased,
          })),
          {
            label: t('contact'),
            value: contact ? (
              <>
                {contact}{' '}
                <span className="whitespace-nowrap text-quiet">
                  ·{' '}
                  {record.contactConfirmed
                    ? t(`contactBy.${record.contactConfirmed.how}`)
                    : t('contactUnsure')}
                </span>
              </>
            ) : (
              erased
            ),
          },
          { label: t('carrier'), value: carrier ? nameIn(locale, carrier) : record.carrier },
          { label: t('region'), value: region ? nameIn(locale, region) : record.region },
          {
            label: t('path'),
            value: [words(`cardType.${record.cardType}`), words(`channel.${record.channel}`)].join(
              ' · ',
            ),
          },
          card ? { label: t('card'), value: card } : null,
          record.card && {
            label: custody('title'),
            value: <CardPlace card={record.card} stores={stores} />,
          },
          { label: t('reason'), value: words(`reason.${record.reason}`) },
          { label: t('opened'), value: staffDates.moment(record.openedAt) },
          record.promises.decision &&
            !record.endedAt && { label: t('decision'), value: promise(record.promises.decision) },
          record.promises.end &&
            !record.endedAt && { label: t('end'), value: promise(record.promises.end) },
          refund ? { label: t('refund'), value: refund } : null,
          record.receipt && { label: t('receipt'), value: groupReference(record.receipt.number) },
          record.previous ? { label: t('previous'), value: groupReference(record.previous) } : null,
          { label: t('revision'), value: revision },
        ]}
      />
      {identifiers && (
        <div className="no-print -ml-4 mt-3">
          <RevealNumbers reference={record.reference} />
        </div>
      )}
      {/* Later it stands in the head, where amending was. */}
      {record.state === 'open' && (
        <FurtherNumberLink
          one={one}
          className="no-print inline-flex min-h-9 items-center text-accent underline"
        />
      )}
    </Panel>
  )
}
