import { getTranslations } from 'next-intl/server'
import { PlainLink } from './plain-link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'

/** Nothing here, or nothing for this reader: indistinguishable on purpose. */
export async function NotFoundNotice({ back }: { back: string }) {
  const t = await getTranslations('shell.notFound')
  return (
    <>
      <PageHeading title={t('title')} lead={t('text')} />
      <PlainLink href={back} className={buttonClass('secondary')}>
        {t('back')}
      </PlainLink>
    </>
  )
}
