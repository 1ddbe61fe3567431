import { getTranslations } from 'next-intl/server'
import { CodeForms } from '@/components/forms/code-forms'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { owesSignedSlip } from '@/lib/cancellation/rules/signed-slip'

type Actions = Record<'sendContactCode' | 'enterContactCode' | 'noteSlipOnly', FormActionOf>

/**
 * Confirms the contact while the customer is present: by a code that they read back, or by a
 * signature for having none (P12). Nothing once it is confirmed.
 */
export async function ContactPanel({
  one: { record, situation },
  actions,
}: {
  one: OneRequest
  actions: Actions
}) {
  const t = await getTranslations('walk.contact')
  const here = situation.actor.capacities.some(
    (capacity) => capacity === 'staff' || capacity === 'reviewer',
  )
  if (record.endedAt || record.contactConfirmed || !here) return null
  // In store the slip is signed with the submission, in that form.
  const isSignedThere = record.state === 'open' && record.channel === 'in_store'
  if (isSignedThere && owesSignedSlip(record)) return null
  const values = { $reference: record.reference }
  const { contact } = record
  return (
    <Panel title={t('title')} id="contact">
      {contact.phone || contact.email ? (
        <>
          <p className="mb-4">{t('text')}</p>
          <CodeForms
            values={values}
            askForCode={actions.sendContactCode}
            enterCode={actions.enterContactCode}
            words={{ send: t('send'), sent: t('sent'), label: t('label'), enter: t('enter') }}
          />
        </>
      ) : (
        <>
          <p className="mb-4">{t('slipOnlyText')}</p>
          <OneButtonForm look="secondary" action={actions.noteSlipOnly} values={values}>
            {t('slipOnlyButton')}
          </OneButtonForm>
        </>
      )}
    </Panel>
  )
}
