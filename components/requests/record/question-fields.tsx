'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { questionCodes } from '@/lib/cancellation/rules/questions'
import type { SectionProps } from './record-values'

/** What came up about those at the counter, each with the reason to record it all the same (P25). */
export function QuestionFields({ preflight, defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  const words = useTranslations('words.question')
  const asked = (code: (typeof questionCodes)[number]) =>
    preflight
      ? preflight.questions.some((one) => one.code === code && one.answerable) ||
        // The numbers of a recorded request are not sent here, so its questions are not known.
        defaults.explained?.[code] !== undefined ||
        errorAt(`explained.${code}`) !== undefined
      : errorAt(`explained.${code}`) !== undefined
  return questionCodes.filter(asked).map((code) => (
    <Notice key={code} tone="warn" role="status" title={words(code)}>
      <div className="mt-2">
        <TextField
          name={`explained.${code}`}
          label={t('explanation')}
          hint={t(`explanationHint.${code}`)}
          defaultValue={defaults.explained?.[code]}
          error={errorAt(`explained.${code}`)}
        />
      </div>
    </Notice>
  ))
}
