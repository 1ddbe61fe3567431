import { getTranslations } from 'next-intl/server'
import { chosenPlace } from '@/components/guide/chosen-place'
import { PathGuide } from '@/components/guide/path-guide'
import { pathAt } from '@/lib/guide/address'
import { generalGuide, guideFor } from '@/lib/guide/queries/published'
import { plainPage } from '../../../plain-page'

type Context = { params: Promise<{ locale: string; cardType: string; channel: string }> }

export async function GET({ url }: Request, { params }: Context) {
  const asked = await params
  return plainPage(asked.locale, `/guide/${asked.cardType}/${asked.channel}`, async () => {
    const path = pathAt(asked.cardType, asked.channel)
    if (!path) return null
    const { cardType, channel } = path
    const { searchParams } = new URL(url)
    const chosen = await chosenPlace(searchParams.get('carrier'), searchParams.get('region'))
    const guide = chosen
      ? await guideFor(cardType, channel, chosen.carrier.code, chosen.region.code)
      : await generalGuide(cardType, channel)
    if (!guide) return null
    const words = await getTranslations('words')
    const t = await getTranslations('guide')
    const title = `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`
    return {
      title,
      description: t('pathDescription', { path: title }),
      body: (
        <PathGuide
          {...path}
          title={title}
          content={guide.content}
          published={guide}
          chosen={chosen}
        />
      ),
    }
  })
}
