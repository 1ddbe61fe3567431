'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { GuideDraftContent } from '@/lib/guide/draft'
import { BilingualField } from './bilingual-field'
import { MaterialFields } from './material-fields'
import { RowsEditor } from './rows-editor'
import { StepFields } from './step-fields'

type Props = { action: FormActionOf; values: Record<string, string>; content: GuideDraftContent; locale: string }

const blank = { id: '', title: { zh: '', en: '' }, text: { zh: '', en: '' } }

/** The whole guide as one form: what is written is kept with one button, complete or not. */
export function GuideForm({ action, values, content, locale }: Props) {
  const t = useTranslations('guides')
  return (
    <SettingsForm action={action} values={values} scope="guide" save={t('keep')}>
      {(errorAt) => (
        <>
          <Panel title={t('section.intro')}><BilingualField name="intro" label={t('text')} value={content.intro} long errorAt={errorAt} /></Panel>
          <Panel title={t('section.steps')}><RowsEditor section="steps" items={content.steps} blank={{ ...blank, kind: 'instruction' as const, audience: 'customer' as const }} locale={locale} errorAt={errorAt} more={(item, path) => <StepFields item={item} path={path} errorAt={errorAt} />} /></Panel>
          <Panel title={t('section.materials')}><RowsEditor section="materials" items={content.materials} blank={blank} locale={locale} errorAt={errorAt} more={(item, path) => <MaterialFields item={item} path={path} />} /></Panel>
          <Panel title={t('section.reasons')}><RowsEditor section="reasons" items={content.reasons} blank={blank} locale={locale} errorAt={errorAt} /></Panel>
          <Panel title={t('section.aftercare')}><RowsEditor section="aftercare" items={content.aftercare} blank={blank} locale={locale} errorAt={errorAt} /></Panel>
        </>
      )}
    </SettingsForm>
  )
}
