import { requireViewer } from '@/lib/auth/viewer'
import { sharedGuideOr404 } from '../../../../(desk)/previews/[key]/shared-guide-or-404'
import { customerPreview } from '../../../customer-preview'

type Context = { params: Promise<{ locale: string; key: string }> }

/** The customers' page of a guide's draft, for colleagues who were given a link. */
export async function GET({ url }: Request, { params }: Context) {
  await requireViewer('account.use')
  const { locale, key } = await params
  const { guide } = await sharedGuideOr404(key)
  const path = `/previews/${key}/customer`
  return customerPreview(locale, path, guide, new URL(url).searchParams)
}
