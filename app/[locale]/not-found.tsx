import { getTranslations } from 'next-intl/server'
import { Header } from '@/components/shell/header'
import { PageFrame } from '@/components/shell/page-frame'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { Link } from '@/lib/i18n/navigation'

export default async function NotFound() {
  const t = await getTranslations('shell.notFound')
  return (
    <>
      <Header items={[]} />
      <PageFrame>
        <PageHeading title={t('title')} lead={t('text')} />
        <Link href="/" className={buttonClass('secondary')}>{t('back')}</Link>
      </PageFrame>
    </>
  )
}
