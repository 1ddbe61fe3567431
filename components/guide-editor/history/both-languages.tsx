import { getTranslations } from 'next-intl/server'
import { RichText } from '@/components/guide/rich-text'
import type { Bilingual } from '@/lib/guide/schemas'

/** A title and its text in both languages, beside each other where there is room. */
export async function BothLanguages({
  label,
  title,
  text,
}: {
  /** Whose side it is, where there are two. */
  label?: string
  title?: Bilingual
  text: Bilingual
}) {
  const t = await getTranslations('guides')
  return (
    <div>
      {label && <p className="text-sm font-semibold text-quiet">{label}</p>}
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} lang={language === 'zh' ? 'zh-CN' : 'en'} className="min-w-0">
            {title && <p className="font-semibold">{title[language]}</p>}
            {text[language].trim() ? (
              <RichText locale={language === 'zh' ? 'zh-CN' : 'en'}>{text[language]}</RichText>
            ) : (
              <p className="text-sm text-warn">{t('missing')}</p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
