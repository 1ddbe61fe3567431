import { headers } from 'next/headers'
import { pageScript } from '@/lib/guide/page-script.mjs'

/** The guide's own script, behind all that it finds; its mark keeps it on pages kept for all. */
export async function PageScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <script data-own="" nonce={nonce}>
      {pageScript}
    </script>
  )
}
