import { getLocale, getTranslations } from 'next-intl/server'
import { PlaceField } from '@/components/documents/place-field'
import { FormTexts } from '@/components/forms/form-texts'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { CustomerActs as Acts } from '@/lib/cancellation/queries/customer-acts'
import type { StatusView } from '@/lib/cancellation/queries/status'
import type { GuideStep } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { Afterwards } from './afterwards'
import { NoteForm } from './note-form'
import { SupplyForm } from './supply-form'
import { WithdrawPanel } from './withdraw-panel'

type Actions = Record<'withdraw' | 'supply' | 'submit' | 'note' | 'takeAway' | 'duty', FormActionOf>
type Props = { view: StatusView; acts: Acts; steps: readonly GuideStep[]; actions: Actions }

/** The customer's available actions, most urgent first: each a panel with one button. */
export async function CustomerActs({ view, acts, steps, actions }: Props) {
  const t = await getTranslations('status.acts')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const values = { $reference: view.reference, $version: String(acts.version) }
  const titleOf = (id: string) => {
    const step = steps.find((one) => one.id === id)
    return step ? inLocale(locale, step.title) : id
  }
  const asked = view.asked.map(({ step, words: said }) => ({
    step,
    label: `${titleOf(step)}${words('colon')}${said}`,
  }))
  return (
    <FormTexts>
      {acts.supply && (
        <Panel title={t('supply.title')}>
          <p className="mb-4">{t('supply.text')}</p>
          <div className="mb-6 grid gap-5">
            {acts.places.map((place) => (
              <PlaceField
                key={place.step}
                reference={view.reference}
                place={place}
                locale={locale}
                drop={actions.takeAway}
                heading
              />
            ))}
          </div>
          <SupplyForm
            action={actions.supply}
            values={values}
            asked={asked}
            save={t('supply.button')}
          />
        </Panel>
      )}
      {!acts.supply && acts.places.length > 0 && (
        <Panel title={t('photos.title')}>
          <p className="mb-5">{t('photos.text')}</p>
          <div className="grid gap-5">
            {acts.places.map((place) => (
              <PlaceField
                key={`${place.step} ${place.material}`}
                reference={view.reference}
                place={place}
                locale={locale}
                drop={actions.takeAway}
                heading
              />
            ))}
          </div>
        </Panel>
      )}
      {acts.submission && (
        <Panel title={t('submission.title')}>
          <p className="mb-4">{t('submission.text')}</p>
          <NoteForm
            kind="carrier_submission"
            action={actions.note}
            values={{ ...values, $step: acts.submission.id }}
            outcome={acts.submission.outcome}
            today={acts.today}
            hours={acts.submission.hours}
            callBack={acts.submission.callBack}
            esim={false}
            save={t('submission.button')}
          />
        </Panel>
      )}
      {acts.submit && (
        <Panel title={t('submit.title')}>
          <p className="mb-4">{t('submit.text')}</p>
          {acts.submit.unmet.length > 0 ? (
            <Notice tone="warn" title={t('submit.blocked')}>
              <ul className="list-disc pl-5">
                {acts.submit.unmet.map((name) => (
                  <li key={name}>{t(`submit.missing.${name}`)}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <OneButtonForm look="primary" action={actions.submit} values={values}>
              {t('submit.button')}
            </OneButtonForm>
          )}
        </Panel>
      )}
      {acts.aftercare && (
        <Panel title={t('aftercare.title')}>
          <p className="mb-4">{t('aftercare.text')}</p>
          <NoteForm
            kind="aftercare"
            action={actions.note}
            values={{ ...values, $step: acts.aftercare.id }}
            outcome={acts.aftercare.outcome}
            today={acts.today}
            hours={null}
            callBack={null}
            esim={acts.aftercare.esim}
            save={t('aftercare.button')}
          />
        </Panel>
      )}
      <Afterwards acts={acts} reference={view.reference} values={values} duty={actions.duty} />
      {acts.withdraw && (
        <WithdrawPanel
          withdraw={acts.withdraw}
          reference={view.reference}
          numberMasked={view.numberMasked}
          values={values}
          action={actions.withdraw}
        />
      )}
    </FormTexts>
  )
}
