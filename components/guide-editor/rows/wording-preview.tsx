'use client'
import { useTranslations } from 'next-intl'
import { RichText } from '@/components/guide/rich-text'
import type { Locale } from '@/lib/i18n/routing'

type Text = { zh: string; en: string }

/** What a closed row says, in both languages side by side; a missing text is marked. */
export function WordingPreview({
  label,
  title,
  text,
  locale,
}: {
  /** Whose side it is, where a row has two. */
  label?: string
  title: Text
  text: Text
  locale: Locale
}) {
  const t = useTranslations('guides')
  return (
    <div>
      {label && <p className="text-sm font-semibold text-quiet">{label}</p>}
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} lang={language === 'zh' ? 'zh-CN' : 'en'} className="min-w-0">
            {label && <p className="font-semibold">{title[language]}</p>}
            {text[language].trim() ? (
              <RichText locale={locale} className="text-sm">
                {text[language]}
              </RichText>
            ) : (
              <p lang={locale} className="text-sm text-warn">
                {t('missing')}
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
