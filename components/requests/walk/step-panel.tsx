import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { RichText } from '@/components/guide/rich-text'
import { OnlineClosed } from '@/components/requests/online-closed'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { WalkStep } from '@/lib/cancellation/rules/walk'
import { pathAddress } from '@/lib/guide/address'
import { localPath } from '@/lib/i18n/address'
import { inLocale } from '@/lib/i18n/bilingual'
import type { FormState } from '@/lib/forms/form-state'
import { stepFieldsProps } from './step-fields-props'
import { StepForm } from './step-form'

type Props = {
  one: OneRequest
  item: WalkStep
  notedBy: string | null
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** The current step: the guide's text for it, and the fields that its kind records. */
export async function StepPanel({ one, item, notedBy, action }: Props) {
  const t = await getTranslations('walk')
  const demand = await getTranslations('demands')
  const format = await getFormatter()
  const locale = await getLocale()
  const note = one.record.steps[item.step.id]
  return (
    <Panel title={inLocale(locale, item.step.title)} id="step" className="scroll-mt-4">
      <RichText
        locale={locale}
        page={localPath(locale, pathAddress(one.record.cardType, one.record.channel))}
        className="mb-4 max-w-[44rem]"
      >
        {inLocale(locale, item.step.text)}
      </RichText>
      {note && (
        <p className="mb-4 text-sm text-quiet">
          {t('notedBy', {
            name: notedBy ?? t('someone'),
            time: format.dateTime(new Date(note.at), 'moment'),
          })}
        </p>
      )}
      {item.step.kind === 'carrier_submission' &&
        one.record.channel === 'online' &&
        item.state !== 'done' && (
          <div className="mb-4">
            <OnlineClosed rules={one.situation.policy} now={new Date()} />
          </div>
        )}
      {item.blocks.length > 0 ? (
        <Notice tone="warn" title={t('locked')}>
          <ul className="list-disc pl-5">
            {item.blocks.map((name) => (
              <li key={name}>{demand(name)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <StepForm
          key={item.step.id}
          action={action}
          reference={one.record.reference}
          version={one.record.version}
          step={item.step.id}
          noted={note !== undefined}
          fields={await stepFieldsProps(one, item.step, locale)}
        />
      )}
    </Panel>
  )
}
