import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { type OnMap, geoLink, mapApps, mapLinks } from '@/lib/stores/map-links'

/**
 * The way to a store in the reader's own map app. Only links: nothing of a map is loaded, and the
 * app learns no more than where the store is.
 */
export async function MapLinkList(place: OnMap) {
  const t = await getTranslations('stores.map')
  const links = mapLinks(place)
  return (
    <div className="no-print">
      <ul className="flex flex-wrap gap-2">
        {mapApps.map((app) => (
          <li key={app}>
            <a href={links[app]} rel="noreferrer" className={buttonClass('secondary')}>
              {t(app)}
            </a>
          </li>
        ))}
        <li>
          <a href={geoLink(place)} className={buttonClass('secondary')}>
            {t('other')}
          </a>
        </li>
      </ul>
      <p className="mt-2 text-sm text-quiet">{t('hint')}</p>
    </div>
  )
}
