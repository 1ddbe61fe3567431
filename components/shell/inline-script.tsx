import { headers } from 'next/headers'

/**
 * A script of our own in a page that comes without others, after the elements that it uses. On kept
 * pages its hash allows it instead of a nonce.
 */
export async function InlineScript({ children }: { children: string }) {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return <script nonce={nonce}>{children}</script>
}
