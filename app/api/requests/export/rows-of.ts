import { getTranslations } from 'next-intl/server'
import { type ExportWords, exportColumns, exportRow } from '@/lib/cancellation/rules/export-row'
import type { ListedRequest } from '@/lib/cancellation/queries/list'
import { staffDates } from '@/lib/i18n/dates'
import type { Locale } from '@/lib/i18n/routing'
import { remembered } from './remembered'

/**
 * The requests as pages of rows of a CSV in the reader's language, the columns' names first; one
 * page is in memory at a time.
 */
export async function* rowsOf(
  locale: Locale,
  pages: AsyncIterable<readonly ListedRequest[]>,
  carrierNames: Readonly<Record<string, string>>,
) {
  const t = await getTranslations({ locale, namespace: 'list' })
  const words = await getTranslations({ locale, namespace: 'words' })
  const said: ExportWords = {
    cardType: remembered((code) => words(`cardType.${code}`)),
    channel: remembered((code) => words(`channel.${code}`)),
    state: remembered((code) => words(`state.${code}`)),
    carrier: (code) => carrierNames[code] ?? code,
    moment: staffDates.moment,
    estimated: t('estimated'),
  }
  yield [exportColumns.map((column) => t(`column.${column}`))]
  for await (const items of pages) yield items.map((item) => exportRow(said, item))
}
