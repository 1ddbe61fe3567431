import { requireViewer } from '@/lib/auth/viewer'
import { sharedGuideToEdit } from '@/lib/guide/queries/shared-guide'
import { customerPreview } from '../../../customer-preview'

type Context = { params: Promise<{ locale: string; key: string }> }

/** The customers' page of a guide's draft, for colleagues who were given a link. */
export async function GET({ url }: Request, { params }: Context) {
  await requireViewer('account.use')
  const { locale, key } = await params
  const shared = await sharedGuideToEdit(key, new Date())
  const path = `/previews/${key}/customer`
  return customerPreview(locale, path, shared?.guide ?? null, new URL(url).searchParams)
}
