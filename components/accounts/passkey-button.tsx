'use client'
import { startAuthentication } from '@simplewebauthn/browser'
import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Props = {
  ask: () => Promise<Options | null>
  label: string
  disabled: boolean
  done(): void
  refused(why: 'passkeyStopped' | 'passkeyWrong' | 'tooMany' | 'unreachable'): void
}

/** Signs in with a passkey of this device. */
export function PasskeyButton({ ask, label, disabled, done, refused }: Props) {
  async function begin() {
    const options = await ask().catch(() => undefined)
    if (!options) return refused(options === null ? 'tooMany' : 'unreachable')
    const response = await startAuthentication({ optionsJSON: options }).catch(() => null)
    if (!response) return refused('passkeyStopped')
    const answer = await signIn('passkey', {
      redirect: false,
      response: JSON.stringify(response),
    }).catch(() => null)
    if (answer?.ok) return done()
    refused(answer?.error === 'too_many' ? 'tooMany' : answer ? 'passkeyWrong' : 'unreachable')
  }
  return (
    <Button type="button" look="secondary" disabled={disabled} onClick={() => void begin()}>
      {label}
    </Button>
  )
}
