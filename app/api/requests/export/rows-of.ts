import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/lib/calendar/dates'
import { promiseDue } from '@/lib/cancellation/due'
import type { ListedRequest } from '@/lib/cancellation/queries/list'
import { groupReference } from '@/lib/identifiers/reference'
import type { Locale } from '@/lib/i18n/routing'

/** The requests as rows of a CSV in the reader's language, the columns' names first; one page is in memory at a time. */
export async function* rowsOf(locale: Locale, pages: AsyncIterable<readonly ListedRequest[]>, carrierNames: Readonly<Record<string, string>>) {
  const t = await getTranslations({ locale, namespace: 'list' })
  const words = await getTranslations({ locale, namespace: 'words' })
  const format = await getFormatter({ locale })
  const moment = (at: string | null) => (at ? format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }) : '')
  const columns = ['reference', 'number', 'holder', 'cardType', 'channel', 'carrier', 'region', 'store', 'state', 'opened', 'submitted', 'due', 'ended', 'receipt'] as const
  yield columns.map((column) => t(`column.${column}`))
  for await (const items of pages) for (const { record, numberMasked, holderMasked } of items) {
    const due = promiseDue(record)
    yield [
      groupReference(record.reference), numberMasked, holderMasked, words(`cardType.${record.cardType}`), words(`channel.${record.channel}`),
      carrierNames[record.carrier] ?? record.carrier, record.region, record.store, words(`state.${record.state}`),
      moment(record.openedAt), moment(record.submittedAt), due ? `${due.date}${due.estimated ? ` (${t('estimated')})` : ''}` : '',
      record.endedAt ? dayOf(new Date(record.endedAt)) : '', record.receipt ? groupReference(record.receipt.number) : '',
    ]
  }
}
