import { requireViewer } from '@/lib/auth/viewer'
import { guideAtAddress } from '@/lib/guide/queries/editing'
import { customerPreview } from '../../../../customer-preview'

type Context = { params: Promise<{ locale: string; id: string }> }

/** The customers' page of a guide's draft, for those who edit it. */
export async function GET({ url }: Request, { params }: Context) {
  await requireViewer('guide.edit')
  const { locale, id } = await params
  const path = `/guides/${id}/preview/customer`
  return customerPreview(locale, path, await guideAtAddress(id), new URL(url).searchParams)
}
