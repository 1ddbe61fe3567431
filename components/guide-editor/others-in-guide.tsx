'use client'
import { useTranslations } from 'next-intl'
import { useKeeper } from './draft-keeper'

/** Says at a row who else is in it. */
export function EditedBy({ place }: { place: string }) {
  const t = useTranslations('guides.others')
  const names = useKeeper().others.filter((one) => one.place === place)
  if (names.length === 0) return null
  return (
    <span className="ml-2 text-sm font-semibold text-warn">
      {t('inRow', { names: names.map(({ name }) => name).join(t('and')) })}
    </span>
  )
}

/** Says in the bar who else has the guide open, each with a link to the row that they are in. */
export function OthersInGuide() {
  const t = useTranslations('guides.others')
  const { others } = useKeeper()
  return (
    <p role="status" className="text-sm font-semibold text-warn">
      {others.map(({ name, place }, n) => (
        <span key={name}>
          {n > 0 && t('and')}
          {place ? (
            <a href={`#row-${place.replace('.', '-')}`} className="underline">
              {t('editing', { name })}
            </a>
          ) : (
            t('reading', { name })
          )}
        </span>
      ))}
    </p>
  )
}
