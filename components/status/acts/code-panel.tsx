import { getTranslations } from 'next-intl/server'
import { CodeForms } from '@/components/forms/code-forms'
import { FormTexts } from '@/components/forms/form-texts'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'

/** The step from a look-up to the customer's actions: a code sent to the contact, or the slip. */
export async function CodePanel({
  reference,
  reachable,
  askForCode,
  enterCode,
}: {
  reference: string
  reachable: boolean
  askForCode: FormActionOf
  enterCode: FormActionOf
}) {
  const t = await getTranslations('status.code')
  const words = { send: t('send'), sent: t('sent'), label: t('label'), enter: t('enter') }
  return (
    <Panel title={t('title')}>
      <p className="mb-4">{reachable ? t('text') : t('slipOnly')}</p>
      {reachable && (
        <FormTexts>
          <CodeForms
            values={{ $reference: reference }}
            askForCode={askForCode}
            enterCode={enterCode}
            words={words}
          />
        </FormTexts>
      )}
    </Panel>
  )
}
