import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { servingEnv } from '@/lib/env'
import { localPath } from '@/lib/i18n/address'
import GuidePage, { generateMetadata as guideMetadata } from './guide/page'

/** For search engines this is the guide, which stands under an address of its own. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    ...(await guideMetadata()),
    alternates: { canonical: `${servingEnv().BASE_URL}${localPath(await getLocale(), '/guide')}` },
  }
}

/**
 * The guide, without a way round: whoever comes by the shortest address waits for no second one.
 */
export default GuidePage
