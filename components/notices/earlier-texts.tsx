'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import type { NoticeText } from '@/lib/notices/text'

/** An earlier text: what it is called, and since when and by whom, where somebody wrote it. */
export type OfferedText = NoticeText & { title: string; origin: string }

type Props = {
  texts: readonly OfferedText[]
  /** The one that stands in the fields, unsaved. */
  replacedBy: string | null
  onPut: (text: OfferedText) => void
  onUndo: () => void
}

/** The earlier texts and the built-in one: a button puts one into the fields; Save saves it. */
export function EarlierTexts({ texts, replacedBy, onPut, onUndo }: Props) {
  const t = useTranslations('notices.earlierTexts')
  const inChinese = useLocale().startsWith('zh')
  if (texts.length === 0) return null
  return (
    <div className="grid gap-2">
      <div role="status">
        {replacedBy && (
          <p className="flex flex-wrap items-center gap-3">
            <span>{t('put', { title: replacedBy })}</span>
            <Button type="button" look="secondary" onClick={onUndo}>
              {t('undo')}
            </Button>
          </p>
        )}
      </div>
      <Fold title={t('title', { count: texts.length })}>
        <ul className="grid gap-3">
          {texts.map((text) => (
            <li key={text.title} className="grid gap-1 border-l-2 border-line pl-3">
              <p className="flex flex-wrap items-center gap-x-3">
                <span className="font-semibold">{text.title}</span>
                <span className="text-sm text-quiet">{text.origin}</span>
              </p>
              {(inChinese ? (['zh', 'en'] as const) : (['en', 'zh'] as const)).map((language) => (
                <p key={language} lang={language} className="text-sm break-words">
                  {text.text[language]}
                </p>
              ))}
              <div>
                <Button
                  type="button"
                  look="secondary"
                  aria-label={t('useNamed', { title: text.title })}
                  onClick={() => onPut(text)}
                >
                  {t('use')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
