import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { PlainSelectField } from '@/components/ui/plain-fields'
import type { Named } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import type { PublicStore } from '@/lib/stores/queries/serving'
import { type Asked, askedCards } from './asked'
import { placeKeys, placeText } from './store-place'

type Props = {
  asked: Asked
  carriers: readonly Named[]
  regions: readonly Named[]
  /** All stores that are open: the places that can be chosen are theirs. */
  stores: readonly PublicStore[]
}

/** What the case needs, and where; sent through the address, so that it works without scripts. */
export async function FinderForm({ asked, carriers, regions, stores }: Props) {
  const [t, record, locale] = await Promise.all([
    getTranslations('stores'),
    getTranslations('record'),
    getLocale(),
  ])
  const places = new Map(
    stores.flatMap((store) =>
      placeKeys(store).map((key, place) => [
        key,
        placeText(locale, place === 0 ? { ...store, districtZh: null } : store, regions),
      ]),
    ),
  )
  const named = (rows: readonly Named[]) =>
    rows.map((row) => [row.code, nameIn(locale, row)] as const)
  const fields = [
    ['carrier', record('carrier'), named(carriers), t('any')],
    ['region', record('region'), named(regions), t('any')],
    ['card', t('card'), askedCards.map((card) => [card, t(`cards.${card}`)] as const), null],
    [
      'place',
      t('place'),
      [...places].toSorted(([one], [other]) => (one < other ? -1 : 1)),
      t('everywhere'),
    ],
  ] as const
  return (
    <form className="grid gap-4 sm:grid-cols-2">
      {fields.map(([name, label, options, none]) => (
        <PlainSelectField key={name} name={name} label={label} defaultValue={asked[name]}>
          {none && <option value="">{none}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </PlainSelectField>
      ))}
      <div className="sm:col-span-2">
        <Button>{t('find')}</Button>
      </div>
    </form>
  )
}
