import type { NoticeData } from '@/lib/cancellation/queries/notice-data'
import { blocksOn } from '@/lib/cancellation/rules/obligations'
import { carrierByCode } from '@/lib/carriers/queries'
import { dayOf } from '@/lib/domain/days'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'
import type { Language } from '../compose'

const catalogues = { zh: zhCN.words, en: en.words }

const put = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/**
 * What holds a request up, as the slip and the status page say it (P27), for the middle of a
 * message; empty where nothing does.
 */
export async function waitsOf(
  { record, personal }: Pick<NoticeData, 'record' | 'personal'>,
  dayIn: (day: string, language: Language) => string,
  now: Date,
): Promise<(language: Language) => string> {
  const blocks = blocksOn(record, personal, dayOf(now))
  if (blocks.length === 0) return () => ''
  const obligations = (await carrierByCode(record.carrier))?.obligations ?? []
  return (language) => {
    const { block, enumerationComma } = catalogues[language]
    const said = blocks.map(({ code, waitsFor, clearsOn, from }) => {
      const named = obligations.find((obligation) => obligation.code === code)
      const what = (language === 'zh' ? named?.nameZh : named?.nameEn) ?? code
      const who = waitsFor === 'nobody' ? (from === clearsOn ? 'sameDay' : 'nextDay') : waitsFor
      const days = { day: clearsOn, from }
      const shown = Object.entries(days).map(([name, day]) => [name, day && dayIn(day, language)])
      return put(block[who], { what, ...(Object.fromEntries(shown) as Record<string, string>) })
    })
    return put(block.reminder, { list: said.join(enumerationComma) })
  }
}
