import { getLocale } from 'next-intl/server'
import { servingEnv } from '@/lib/env'
import { localPath } from '@/lib/i18n/address'
import { type Context, guideStart } from './guide/guide-start'

/**
 * The guide, without a way round: whoever comes by the shortest address waits for no second one.
 * For search engines it is the guide, which stands under an address of its own.
 */
export const GET = async (request: Request, context: Context) =>
  guideStart(
    request,
    context,
    '/',
    `${servingEnv().BASE_URL}${localPath(await getLocale(), '/guide')}`,
  )
