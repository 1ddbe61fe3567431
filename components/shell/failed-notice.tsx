'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { localPath } from '@/lib/i18n/address'

/**
 * Says that a page failed that nobody foresaw, and what can be done. The code leads to what was
 * logged. The way back loads the desk anew, as what failed may be in the browser.
 */
export function FailedNotice({ code, retry }: { code: string | undefined; retry(): void }) {
  const t = useTranslations('shell.failed')
  const locale = useLocale()
  return (
    <div role="alert">
      <PageHeading title={t('title')} lead={t('text')} />
      {code && (
        <p className="mb-6">
          {t('code')} <span className="font-mono">{code}</span>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={retry}>
          {t('retry')}
        </Button>
        <a href={localPath(locale, '/account/home')} className={buttonClass('secondary')}>
          {t('back')}
        </a>
      </div>
    </div>
  )
}
