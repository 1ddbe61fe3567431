import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * The script that checks a receipt without the desk: the very file that the desk itself checks
 * with.
 */
export const GET = () =>
  new Response(readFileSync(resolve('lib/receipts/check.mjs')), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': 'attachment; filename="check.mjs"',
    },
  })

export const dynamic = 'force-dynamic'
