import { getTranslations } from 'next-intl/server'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { paidAtCounter } from '@/lib/cancellation/rules/obligations'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import { readAloud } from '@/lib/domain/identifiers/phone'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { PrintContext } from './print-context'
import { nameIn } from '@/lib/i18n/bilingual'
import { paperDates } from '@/lib/i18n/dates'
import { yuanOf } from './refund-text'
import { wholeDestination } from './whole-destination'

type Props = { one: OneRequest; context: PrintContext; clerk: string; large: boolean }

/**
 * The store's application form, filled in, for reading and signing (F11): who signs for whom (P3),
 * with places for the seals. What is not known yet is a box to tick by hand.
 */
export async function ApplicationSheet({ one, context, clerk, large }: Props) {
  const { record, personal, identifiers } = one
  const t = await getTranslations('form')
  const words = await getTranslations('words')
  const slip = await getTranslations('walk.summary')
  const document = (type: string, masked?: string) =>
    `${words(`document.${type as DocumentType}`)} ${masked ?? ''}`
  const forAnother = record.relation !== 'self'
  const holder = personal?.holderName ?? ''
  const applicant = personal?.applicantName ?? holder
  const cardState = noteOfKind(record, 'card_return')?.outcome.state
  const card = [
    personal?.iccidMasked && `ICCID ${personal.iccidMasked}`,
    personal?.eidMasked && `EID ${personal.eidMasked}`,
    personal?.imeiMasked && `IMEI ${personal.imeiMasked}`,
  ]
    .filter(Boolean)
    .join(' ')
  const contact = [
    personal?.contactPhone && readAloud(personal.contactPhone),
    personal?.contactEmail,
    record.contact.printedSlipOnly && slip('slipOnly'),
  ]
    .filter(Boolean)
    .join(words('comma'))
  const nameOf = (code: string) => {
    const named = context.obligations.find((obligation) => obligation.code === code)
    return named ? nameIn(context.locale, named) : code
  }
  const paid = paidAtCounter(record, personal)
  const account = wholeDestination(one, words)
  const statements = ['keep', 'frozen', 'noReturn', 'consent'] as const
  return (
    <Sheet large={large}>
      <h2 className="sheet-title text-center">{t('title')}</h2>
      <p className="sheet-quiet text-center">{context.storeLine}</p>
      <p className="mt-4">
        {forAnother ? t('introFor', { relation: record.relation }) : t('intro')}
      </p>
      <SheetFacts
        facts={[
          { label: t('reference'), value: groupReference(record.reference) },
          { label: t('number'), value: identifiers ? readAloud(identifiers.number) : '' },
          { label: t('carrier'), value: context.carrier },
          { label: t('region'), value: context.region },
          { label: t('way'), value: context.way },
          card ? { label: t('card'), value: card } : null,
          record.cardType === 'sim' && {
            label: t('returnOfCard'),
            value: <CardStates state={cardState} />,
          },
          { label: t('holder'), value: holder },
          {
            label: t('document'),
            value: document(record.documentType, personal?.holderDocumentMasked),
          },
          forAnother && {
            label: t('applicant'),
            value: applicant + words('inBrackets', { text: words(`relation.${record.relation}`) }),
          },
          record.applicantDocument && {
            label: t('applicantDocument'),
            value: document(record.applicantDocument.type, personal?.applicantDocumentMasked),
          },
          record.authority && {
            label: t('authority'),
            value: [
              words(`authority.${record.authority.kind as 'kinship'}`) +
                (record.authority.proof
                  ? words('inBrackets', { text: words(`proof.${record.authority.proof}`) })
                  : ''),
              record.authority.issuedOn &&
                paperDates(context.locale).day(record.authority.issuedOn),
            ]
              .filter(Boolean)
              .join(' '),
          },
          { label: t('reason'), value: words(`reason.${record.reason}`) },
          { label: t('contact'), value: contact },
          ...paid.map(({ code, amountFen, way, number: payment }) => ({
            label: t('paid'),
            value: [
              nameOf(code),
              t('amount', { amount: yuanOf(amountFen) }),
              words(`paymentWay.${way as 'cash'}`),
              payment ?? '',
            ].join(' · '),
          })),
          record.refund && {
            label: t('balance'),
            value: [
              t('amount', { amount: yuanOf(record.refund.amountFen) }),
              words(`route.${record.refund.route as 'cash'}`),
              record.refund.on &&
                `${words(`refund.${record.refund.state}`)} ` +
                  paperDates(context.locale).day(record.refund.on),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          account ? { label: t('destination'), value: account } : null,
        ]}
      />
      <h3 className="font-bold">{t('statements.title')}</h3>
      <ul className="mt-1 grid gap-1">
        {statements.map((name) => (
          <li key={name} className="flex gap-2">
            <Box />
            {t(`statements.${name}`, { days: context.frozenDays })}
          </li>
        ))}
        {record.contact.printedSlipOnly && (
          <li className="flex gap-2">
            <Box />
            {t('statements.slipOnly')}
          </li>
        )}
      </ul>
      <div className="sheet-ends">
        <div className="sheet-lines">
          <p className="sheet-line">
            {t('signer', { relation: record.relation, applicant, holder })}
          </p>
          <p className="sheet-line">
            {t('clerk')}
            {words('colon')}
            {clerk}
          </p>
          <p className="sheet-line">{t('date')}</p>
        </div>
        {record.relation === 'company_agent' && <p className="sheet-seal">{t('companySeal')}</p>}
        <p className="sheet-seal">{t('seal')}</p>
      </div>
    </Sheet>
  )
}

const Box = ({ ticked = false }: { ticked?: boolean }) => (
  <span aria-hidden="true">{ticked ? '☑' : '□'}</span>
)

async function CardStates({ state }: { state: string | undefined }) {
  const t = await getTranslations('form.cardStates')
  return (
    <span className="flex flex-wrap gap-x-6">
      {(['returned', 'lost', 'damaged'] as const).map((name) => (
        <span key={name} className={state && state !== name ? 'font-normal' : undefined}>
          <Box ticked={state === name} /> {t(name)}
        </span>
      ))}
    </span>
  )
}
