import { currentViewer } from '@/lib/auth/viewer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { jsonOfCopy } from '@/lib/data-copies/json'
import { dataCopy } from '@/lib/data-copies/queries'
import { readReference } from '@/lib/domain/identifiers/reference'
import { may } from '@/lib/domain/permissions'
import { storeByCode } from '@/lib/stores/queries/stores'

/**
 * The copy of a person's data as JSON, while it is shown on its page (L3); 409 where this account
 * has given none. `docs/data-copy.schema.json` describes it.
 */
export async function GET(_: Request, { params }: { params: Promise<{ reference: string }> }) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'document.view'))
    return new Response(null, { status: 403 })
  const reference = readReference((await params).reference)
  const now = new Date()
  if (!reference || !(await oneRequest(viewer, reference, now)))
    return new Response(null, { status: 404 })
  const copy = await dataCopy(viewer, reference, now)
  if (!copy) return new Response(null, { status: 409 })
  const { code, nameZh, nameEn } = await storeByCode(copy.at.record.store)
  return new Response(`${JSON.stringify(jsonOfCopy(copy, { code, nameZh, nameEn }), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="data-${reference}.json"`,
      'cache-control': 'no-store',
    },
  })
}
