import { getFormatter, getTranslations } from 'next-intl/server'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import { dayText } from '@/lib/i18n/day-text'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { readAloud } from '@/lib/domain/identifiers/phone'
import type { PrintContext } from './print-context'

/** The store's application form, filled in, for reading and signing (F11). */
export async function ApplicationSheet({
  one: { record, personal, identifiers },
  context,
  clerk,
}: {
  one: OneRequest
  context: PrintContext
  clerk: string
}) {
  const t = await getTranslations('form')
  const words = await getTranslations('words')
  const format = await getFormatter()
  const slip = await getTranslations('walk.summary')
  const document = (type: string, masked?: string) =>
    `${words(`document.${type as DocumentType}`)} ${masked ?? ''}`
  const relation = words('inBrackets', { text: words(`relation.${record.relation}`) })
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
  const statements = ['keep', 'frozen', 'noReturn', 'consent'] as const
  return (
    <Sheet>
      <h2 className="text-center text-xl font-bold">{t('title')}</h2>
      <p className="text-center text-sm text-[#444]">{context.storeLine}</p>
      <p className="mt-4">{t('intro')}</p>
      <SheetFacts
        facts={[
          { label: t('reference'), value: groupReference(record.reference) },
          { label: t('number'), value: identifiers ? readAloud(identifiers.number) : '' },
          { label: t('carrier'), value: context.carrier },
          { label: t('region'), value: context.region },
          { label: t('way'), value: context.way },
          card ? { label: t('card'), value: card } : null,
          { label: t('holder'), value: personal?.holderName },
          {
            label: t('document'),
            value: document(record.documentType, personal?.holderDocumentMasked),
          },
          record.relation !== 'self' && {
            label: t('applicant'),
            value: (personal?.applicantName ?? '') + relation,
          },
          record.authority && {
            label: t('authority'),
            value:
              `${words(`authority.${record.authority.kind as 'kinship'}`)} ` +
              `${dayText(format, record.authority.issuedOn)}`,
          },
          { label: t('reason'), value: words(`reason.${record.reason}`) },
          { label: t('contact'), value: contact },
          record.refund && {
            label: t('balance'),
            value:
              `${(record.refund.amountFen / 100).toFixed(2)} · ` +
              `${words(`route.${record.refund.route as 'cash'}`)}`,
          },
        ]}
      />
      <h3 className="font-bold">{t('statements.title')}</h3>
      <ul className="mt-1 grid gap-1">
        {statements.map((name) => (
          <li key={name} className="flex gap-2">
            <span aria-hidden="true">□</span>
            {t(`statements.${name}`, { days: context.frozenDays })}
          </li>
        ))}
        {record.contact.printedSlipOnly && (
          <li className="flex gap-2">
            <span aria-hidden="true">□</span>
            {t('statements.slipOnly')}
          </li>
        )}
      </ul>
      <div className="mt-10 grid grid-cols-3 gap-6">
        <p className="border-t border-[#111] pt-1">{t('signature')}</p>
        <p className="border-t border-[#111] pt-1">{t('date')}</p>
        <p className="border-t border-[#111] pt-1">
          {t('clerk')}
          {words('colon')}
          {clerk}
        </p>
      </div>
    </Sheet>
  )
}
