import { publishedKeys } from '@/lib/receipts/keys/queries'

/** The public keys by which a receipt is checked. */
export const GET = async () =>
  Response.json(await publishedKeys(), {
    headers: {
      'cache-control': 'public, max-age=3600',
      'content-disposition': 'attachment; filename="keys.json"',
    },
  })

// The key belongs to the running desk, not to its build.
export const dynamic = 'force-dynamic'
