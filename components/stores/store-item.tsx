import { getLocale, getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import type { Named } from '@/lib/carriers/queries'
import { dayOf, timeOf } from '@/lib/domain/days'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { customerDates } from '@/lib/i18n/dates'
import { phoneLink } from '@/lib/stores/map-links'
import type { PublicStore } from '@/lib/stores/queries/serving'
import { nowText } from './opening-text'
import { placeText } from './store-place'

type Props = { store: PublicStore; regions: readonly Named[]; query: string; now: Date }

/**
 * One store in the list of the finder; `query` is what the case needs, for the store's own page.
 */
export async function StoreItem({ store, regions, query, now }: Props) {
  const [t, words, locale] = await Promise.all([
    getTranslations('stores'),
    getTranslations('words'),
    getLocale(),
  ])
  const { latitude, longitude, hours } = store
  const moment = { day: dayOf(now), time: timeOf(now) }
  return (
    <li
      data-place={latitude === null ? undefined : `${latitude} ${longitude}`}
      className="rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 text-lg font-bold">
          <PlainLink href={`/find-store/${store.code}${query}`} className="text-accent underline">
            {nameIn(locale, store)}
          </PlainLink>
        </h3>
        <span data-distance hidden className="whitespace-nowrap font-semibold" />
      </div>
      <p className="text-sm text-quiet">
        {placeText(locale, store, regions)} · {t(`kind.${store.kind}`)}
      </p>
      <p className="mt-1 break-words">
        {inLocale(locale, { zh: store.addressZh, en: store.addressEn })}
      </p>
      {hours && (
        <p className="mt-1">{nowText(hours, moment, words, customerDates(locale, now).day)}</p>
      )}
      <p>
        <a
          href={phoneLink(store.phone)}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          <span className="sr-only">{t('call')}</span>
          {store.phone}
        </a>
      </p>
    </li>
  )
}
