import { getLocale } from 'next-intl/server'
import type { AnchorHTMLAttributes } from 'react'
import { localPath } from '@/lib/i18n/address'

/** A localized link without client-side script: customers' pages are for cheap phones. */
export async function PlainLink({
  href,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a href={localPath(await getLocale(), href)} {...rest} />
}
