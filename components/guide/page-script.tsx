import { headers } from 'next/headers'
import { pageScript } from '@/lib/guide/page-script.mjs'

/**
 * The guide's script, after the elements that it uses. On cached pages its hash allows it instead
 * of a nonce.
 */
export async function PageScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return <script nonce={nonce}>{pageScript}</script>
}
