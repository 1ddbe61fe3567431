import { getFormatter, getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/print/qr-code'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { SlipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { nameIn } from '@/lib/i18n/bilingual'
import { dayText } from '@/lib/i18n/day-text'
import { maskName } from '@/lib/domain/identifiers/mask'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { PrintContext } from './print-context'

/**
 * The slip (受理单): the reference, how to follow the request without a phone (P12), and what happens
 * next by when.
 */
export async function SlipSheet({
  one: { record, personal },
  context,
  secrets,
}: {
  one: OneRequest
  context: PrintContext
  secrets: SlipSecrets
}) {
  const t = await getTranslations('slip')
  const words = await getTranslations('words.state')
  const format = await getFormatter()
  const { decision, end } = record.promises
  const waiting = Object.entries(noteOfKind(record, 'obligations')?.outcome.items ?? {}).filter(
    ([, item]) => item.state === 'waiting',
  )
  const nameOf = (code: string) => {
    const obligation = context.obligations.find((candidate) => candidate.code === code)
    return obligation ? nameIn(context.locale, obligation) : code
  }
  const dated = (due: typeof decision) =>
    due ? `${dayText(format, due.date)}${due.estimated ? t('estimated') : ''}` : ''
  const next = () => {
    if (record.endedAt) return t('nextEnded', { state: words(record.state) })
    if (record.state === 'needs_info') return t('nextAsked')
    if (record.state === 'closing') return t('nextClosing', { end: dated(end) })
    return record.state === 'in_review'
      ? t('nextReview', { date: dated(decision), end: dated(end) })
      : t('nextOpen')
  }
  return (
    <Sheet>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-xl font-bold">{t('title')}</h2>
          <p className="text-sm text-[#444]">{context.storeLine}</p>
          <p className="mt-4 text-sm text-[#444]">{t('reference')}</p>
          <p className="whitespace-nowrap text-2xl font-bold" data-testid="reference">
            {groupReference(record.reference)}
          </p>
          <p className="mt-3 text-sm text-[#444]">{t('code')}</p>
          <p className="text-2xl font-bold" data-testid="slip-code">
            {secrets.code}
          </p>
        </div>
        <div className="text-center text-sm">
          <QrCode
            text={context.address(`/s/${record.reference}/${secrets.link}`)}
            label={t('scan')}
            size="38mm"
          />
          <p>{t('scan')}</p>
        </div>
      </div>
      <p className="mt-2 text-sm text-[#444]">
        {t('codeHint')} {t('or', { address: context.address('/status') })}
      </p>
      <SheetFacts
        facts={[
          { label: t('number'), value: personal ? personal.numberMasked : '' },
          { label: t('holder'), value: personal ? maskName(personal.holderName) : '' },
          { label: t('carrier'), value: `${context.carrier} · ${context.region}` },
          { label: t('way'), value: context.way },
          { label: t('opened'), value: format.dateTime(new Date(record.openedAt), 'moment') },
          record.submittedAt
            ? {
                label: t('submitted'),
                value: format.dateTime(new Date(record.submittedAt), 'moment'),
              }
            : null,
        ]}
      />
      <h3 className="font-bold">{t('next')}</h3>
      <p>{next()}</p>
      {waiting.length > 0 && (
        <>
          <h3 className="mt-3 font-bold">{t('waits')}</h3>
          <ul className="list-disc pl-5">
            {waiting.map(([code, item]) => (
              <li key={code}>
                {t('waitsUntil', {
                  what: nameOf(code),
                  day: item.clearsOn ? dayText(format, item.clearsOn) : '',
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {record.contact.printedSlipOnly && !record.endedAt && !record.contactConfirmed && (
        <div className="mt-3">
          <p>{t('slipOnly')}</p>
          <p className="mt-6 w-64 border-t border-[#444] pt-1 text-sm">{t('signature')}</p>
        </div>
      )}
      {!record.endedAt && (
        <p className="mt-3">
          {t('before')} {!record.approvedAt && t('withdraw')}
        </p>
      )}
    </Sheet>
  )
}
