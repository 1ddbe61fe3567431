import { getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/print/qr-code'
import { PlainLink } from '@/components/shell/plain-link'
import type { FormActionOf } from '@/components/settings/settings-form'
import { buttonClass } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { newTotpSecret, totpAddress } from '@/lib/accounts/factors/totp'
import { CodesForm } from './codes-form'
import { OwnForm } from './own-form'

type Props = {
  on: boolean
  begun: boolean
  email: string
  enable: FormActionOf
  disable: FormActionOf
}

/** Authenticator codes (TOTP): off, being set up, or on. */
export async function CodesPanel({ on, begun, email, enable, disable }: Props) {
  const t = await getTranslations('account')
  if (on) {
    return (
      <Panel title={t('codes')} id="codes">
        <p className="mb-4">{t('codesOn')}</p>
        <OwnForm action={disable} scope="codes-off" save={t('codesDisable')} look="danger" />
      </Panel>
    )
  }
  if (!begun) {
    return (
      <Panel title={t('codes')} id="codes">
        <p className="mb-4">{t('codesOff')}</p>
        <PlainLink href="/account?set=codes#codes" className={buttonClass('secondary')}>
          {t('codesBegin')}
        </PlainLink>
      </Panel>
    )
  }
  const secret = newTotpSecret()
  return (
    <Panel title={t('codes')} id="codes">
      <div className="grid gap-6 sm:grid-cols-[auto_1fr]">
        <div>
          <QrCode text={totpAddress(secret, email)} label={t('codesQr')} room={44} />
          <p className="mt-2 text-sm text-quiet">{t('codesSecret')}</p>
          <p className="font-mono text-sm" data-testid="totp">
            {secret.match(/.{4}/g)?.join(' ')}
          </p>
        </div>
        <div>
          <p className="mb-4">{t('codesScan')}</p>
          <CodesForm action={enable} secret={secret} />
        </div>
      </div>
    </Panel>
  )
}
