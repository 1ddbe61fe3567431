'use client'
import { useLocale, useTranslations } from 'next-intl'
import { todayText } from '@/components/stores/opening-text'
import type { VerdictToday } from '@/lib/cancellation/queries/verdict-today'
import { dayOf, timeOf } from '@/lib/domain/days'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'

/** Other stores that can cancel the number, where this one cannot (P13). */
export function StoresThatCan({ stores }: { stores: VerdictToday['elsewhere'] }) {
  const t = useTranslations('preflight')
  const words = useTranslations('words')
  const locale = useLocale()
  const moment = new Date()
  const now = { day: dayOf(moment), time: timeOf(moment) }
  if (stores.length === 0) return null
  return (
    <>
      <p className="mt-2 font-semibold">{t('elsewhere')}</p>
      <ul className="list-disc pl-5">
        {stores.map((store) => (
          <li key={store.code}>
            {nameIn(locale, store)}
            <br />
            {inLocale(locale, { zh: store.addressZh, en: store.addressEn })} · {store.phone}
            {store.hours && (
              <>
                <br />
                {todayText(store.hours, now, words, staffDates.day)}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the carrier does in this case beside the verdict, and since when that is known. */
export function CarrierPractice({ today }: { today: VerdictToday }) {
  const t = useTranslations('preflight')
  const words = useTranslations('words')
  const topics = useTranslations('words.ruleTopic')
  const locale = useLocale()
  const { documents, secondaryFirst, callBack, links, hotline, reliability } = today
  const joined = (parts: readonly string[]) => parts.join(words('enumerationComma'))
  const { asOf, stale } = reliability
  return (
    <div className="grid gap-1 text-sm">
      {documents && (
        <p>
          <strong>{t('documents')}</strong>{' '}
          {joined(documents.map((type) => words(`document.${type}`)))}
        </p>
      )}
      {secondaryFirst && <p>{t('order')}</p>}
      {callBack && (
        <p>
          {t('callBack', {
            hours: callBack.withinHours ?? 0,
            missed: callBack.endsAfterMissed ?? 0,
          })}
        </p>
      )}
      {links && (
        <p>
          <strong>{t('links')}</strong>{' '}
          <a href={links.page} rel="noreferrer" target="_blank" className="text-accent underline">
            {new URL(links.page).host}
          </a>{' '}
          {inLocale(locale, { zh: links.entryZh, en: links.entryEn })}
        </p>
      )}
      <p>{t('hotline', { hotline })}</p>
      <p className="text-quiet">
        {asOf ? t('asOf', { day: staffDates.day(asOf) }) : t('neverChecked')}
      </p>
      {stale.length > 0 && (
        <p className="text-quiet">
          {t('stale', { topics: joined(stale.map((topic) => topics(topic))) })}
        </p>
      )}
    </div>
  )
}
