import { getTranslations } from 'next-intl/server'
import { PreviewBanner } from '@/components/guide-editor/preview/preview-banner'
import { chosenPlace } from '@/components/guide/chosen-place'
import { PathGuide } from '@/components/guide/path-guide'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { previewPlace } from '@/lib/guide/preview-place'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { previewed } from '@/lib/guide/queries/previews'
import { plainPage } from './plain-page'

/**
 * A guide's page as customers will read it, made as the public one is; `path`: its address,
 * `guide`: null where the address names none.
 */
export const customerPreview = (
  locale: string,
  path: string,
  guide: GuideToEdit | null,
  query: URLSearchParams,
) =>
  plainPage(locale, path, async () => {
    if (!guide) return null
    const asked = { carrier: query.get('carrier'), region: query.get('region') }
    const place = previewPlace(guide, asked, await carriersAndRegions())
    const shown = await previewed(guide, place)
    if (!shown) return null
    const t = await getTranslations('guidePreview')
    const words = await getTranslations('words')
    const { cardType, channel } = guide
    const title = `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`
    return {
      title: `${t('title')} · ${title}`,
      description: '',
      isPreview: true,
      body: (
        <>
          <PreviewBanner guide={guide} instead={shown.instead !== null} />
          <PathGuide
            {...{ cardType, channel, title }}
            content={shown.content}
            published={shown.published}
            chosen={place && (await chosenPlace(place.carrier, place.region))}
          />
        </>
      ),
    }
  })
