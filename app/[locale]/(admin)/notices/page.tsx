import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SavedNotice } from '@/components/settings/saved-notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { inLocale } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { noticeTexts } from '@/lib/notices/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

/** The texts of all notices to customers. */
export default async function NoticesPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const t = await getTranslations('notices')
  const locale = await getLocale()
  const texts = await noticeTexts()
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        <ul>
          {texts.map(({ kind, text }) => (
            <li
              key={kind}
              className={
                'grid gap-1 border-b border-line py-2.5 last:border-0 sm:grid-cols-[12rem_1fr] ' +
                'sm:gap-4'
              }
            >
              <span>
                <Link href={`/notices/${kind}`} className="font-semibold text-accent underline">
                  {t(`kind.${kind}`)}
                </Link>
                <span className="ml-2 text-sm text-quiet">
                  {text.version ? t('version', { version: text.version }) : t('seeded')}
                </span>
              </span>
              <span className="text-sm">{inLocale(locale, text.text)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
