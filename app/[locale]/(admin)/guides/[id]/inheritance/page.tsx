import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { OwnWords } from '@/components/guide-editor/inheritance/own-words'
import { WiderChanges } from '@/components/guide-editor/inheritance/wider-changes'
import { widerName } from '@/components/guide-editor/inheritance/wider-name'
import { guideWording } from '@/components/guide-editor/wording'
import { Link } from '@/components/shell/link'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { narrowingWords } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { inheritanceOf } from '@/lib/guide/queries/inheritance'
import { guideOr404 } from '../guide-or-404'
import { takeOverChanges } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inheritance')
  return { title: t('heading') }
}

/** What a narrower guide inherits from the wider one, and what it says itself. */
export default async function InheritancePage({ params }: Props) {
  await requireViewer('guide.edit')
  const { id } = await params
  const guide = await guideOr404(id)
  const inheritance = (await inheritanceOf(guide)) ?? notFound()
  const [t, words, locale, names] = await Promise.all([
    getTranslations('inheritance'),
    getTranslations('words'),
    getLocale(),
    carriersAndRegions(),
  ])
  const { wider, state } = inheritance
  const name = await widerName(wider, names)
  const wording = await guideWording(locale, inheritance.contents)
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading
        title={
          `${words(`cardType.${guide.cardType}`)} · ${words(`channel.${guide.channel}`)} · ` +
          narrowingWords(locale, guide, names)
        }
        lead={t('lead', { name })}
      />
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/guides/${id}`} className="text-accent underline">
          {t('back')}
        </Link>
        <Link href={`/guides/${wider.guideId}`} className="text-accent underline">
          {t('toWider', { name })}
        </Link>
      </p>
      <div className="grid gap-6">
        {state === 'taken' && (
          <Notice title={t('taken', { name, number: wider.number })}>
            <Link href={`/guides/${id}#publish`} className="text-accent underline">
              {t('toPublish')}
            </Link>
          </Notice>
        )}
        {state === 'behind' && guide.draft?.planned && (
          <Notice tone="warn" title={t('planned')}>
            {t('plannedText')}
          </Notice>
        )}
        {state === 'behind' && !guide.draft?.planned && (
          <WiderChanges
            inheritance={inheritance}
            wording={wording}
            name={name}
            action={takeOverChanges}
            values={{ $guide: id, $wider: wider.id, $seen: String(guide.seen) }}
          />
        )}
        <OwnWords inheritance={inheritance} wording={wording} name={name} />
      </div>
    </div>
  )
}
