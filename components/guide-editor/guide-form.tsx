'use client'
import { useTranslations } from 'next-intl'
import { useFault } from '@/components/forms/texts'
import { useHydrated } from '@/components/forms/use-hydrated'
import { FieldScope } from '@/components/ui/field-id'
import { Panel } from '@/components/ui/panel'
import type { GuideDraftContent } from '@/lib/guide/draft'
import type { Locale } from '@/lib/i18n/routing'
import { BilingualField } from './bilingual-field'
import { ConflictList } from './conflict-list'
import { DraftErrors } from './draft-errors'
import { KeepingBar } from './keeping-bar'
import { useLeadToField } from './lead-to-field'
import { MaterialFields } from './material-fields'
import { RowsEditor } from './rows/rows-editor'
import { StepFields } from './step-fields'
import { useNoStrayDrops } from './stray-drops'
import { useKeeper } from './draft-keeper'

type Props = {
  guideId: string
  /** What stands between the draft and its publication, in words. */
  standing: string
  content: GuideDraftContent
  locale: Locale
  experience: Record<string, string>
}

const wording = { title: { zh: '', en: '' }, text: { zh: '', en: '' } }
const blank = { id: '', ...wording }
const blankStep = {
  ...blank,
  staff: wording,
  kind: 'instruction' as const,
  audience: 'customer' as const,
}

/**
 * The whole guide as one form that saves itself, complete or not; `experience`: statistics of each
 * live step.
 */
export function GuideForm({ guideId, standing, content, locale, experience }: Props) {
  const t = useTranslations('guides')
  const fault = useFault()
  const { form, state, keeping, keep, changed } = useKeeper()
  const ready = useHydrated()
  useNoStrayDrops()
  useLeadToField()
  const errors = state.status === 'invalid' ? state.errors : {}
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  const rows = { locale, errorAt, changed }
  return (
    <FieldScope of="guide">
      <form
        ref={form}
        method="post"
        noValidate
        onInput={changed}
        onChange={changed}
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <fieldset disabled={!ready} className="grid min-w-0 gap-5">
          <KeepingBar keeping={keeping} standing={standing} />
          <div id="guide-messages">
            <DraftErrors state={state} locale={locale} />
          </div>
          <ConflictList />
          <input type="hidden" name="$guide" value={guideId} />
          <Panel title={t('section.intro')}>
            <div data-place="intro">
              <BilingualField
                name="intro"
                label={t('text')}
                value={content.intro}
                long
                errorAt={errorAt}
              />
            </div>
          </Panel>
          <Panel title={t('section.steps')}>
            <RowsEditor
              section="steps"
              items={content.steps}
              blank={blankStep}
              {...rows}
              experience={experience}
              more={(item, path) => <StepFields item={item} path={path} errorAt={errorAt} />}
            />
          </Panel>
          <Panel title={t('section.materials')}>
            <RowsEditor
              section="materials"
              items={content.materials}
              blank={blank}
              {...rows}
              more={(item, path) => <MaterialFields item={item} path={path} />}
            />
          </Panel>
          <Panel title={t('section.reasons')}>
            <RowsEditor section="reasons" items={content.reasons} blank={blank} {...rows} />
          </Panel>
          <Panel title={t('section.aftercare')}>
            <RowsEditor section="aftercare" items={content.aftercare} blank={blank} {...rows} />
          </Panel>
        </fieldset>
      </form>
    </FieldScope>
  )
}
