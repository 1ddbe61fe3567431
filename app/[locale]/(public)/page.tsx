import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { servingEnv } from '@/lib/env'
import { localPath } from '@/lib/i18n/address'
import GuidePage, { generateMetadata as guideMetadata } from './guide/page'

/** The canonical address of this page for search engines is the guide's own. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    ...(await guideMetadata()),
    alternates: { canonical: `${servingEnv().BASE_URL}${localPath(await getLocale(), '/guide')}` },
  }
}

/** The guide, rendered here without a redirect, to save a round trip. */
export default GuidePage
