import { getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { StartPanel } from '@/components/guide/start-panel'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { pathAddress } from '@/lib/guide/address'
import type { StartAnswers } from '@/lib/guide/start'
import { plainPage } from '../plain-page'

export type Context = { params: Promise<{ locale: string }> }

/** The guide's first page, at its own address or at another, which names this as `canonical`. */
export async function guideStart(
  { url }: Request,
  { params }: Context,
  path: string,
  canonical?: string,
) {
  return plainPage((await params).locale, path, async () => {
    const t = await getTranslations('guide')
    const answers = Object.fromEntries(new URL(url).searchParams)
    const body = <GuideStart answers={answers} />
    return { title: t('title'), description: t('lead'), canonical, body }
  })
}

/** The entry page: first the cases that should not cancel (P5 to P7), then the four paths. */
async function GuideStart({ answers }: { answers: StartAnswers }) {
  const t = await getTranslations('guide')
  const words = await getTranslations('words')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <StartPanel answers={answers} />
      <h2 className="mb-3 text-lg font-bold">{t('choose')}</h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {cardTypes.flatMap((cardType) =>
          channels.map((channel) => (
            <li
              key={`${cardType}-${channel}`}
              className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5"
            >
              <h3 className="flex flex-wrap items-center gap-2 text-lg font-bold">
                {words(`cardType.${cardType}`)} · {words(`channel.${channel}`)}
                {cardType === 'sim' && channel === 'in_store' && (
                  <Badge tone="good">{t('usual')}</Badge>
                )}
              </h3>
              <PlainLink
                href={pathAddress(cardType, channel)}
                className={buttonClass('secondary', 'mt-auto self-start')}
              >
                {t('open')}
                <span className="sr-only">
                  {words('colon')}
                  {words(`cardType.${cardType}`)} {words(`channel.${channel}`)}
                </span>
              </PlainLink>
            </li>
          )),
        )}
      </ul>
    </>
  )
}
