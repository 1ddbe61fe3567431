import { headers } from 'next/headers'
import { pageScript } from '@/lib/guide/page-script.mjs'

/**
 * The guide's script, after the elements that it uses; with a nonce where the policy has one,
 * allowed by hash on cached pages.
 */
export async function PageScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <script data-own="" nonce={nonce}>
      {pageScript}
    </script>
  )
}
