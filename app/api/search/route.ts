import { hasLocale } from 'next-intl'
import { foundFor } from '@/components/desk-search/found'
import { currentViewer } from '@/lib/auth/viewer'
import { wordsSought } from '@/lib/desk-search/hit'
import { may } from '@/lib/domain/permissions'
import { isStorable } from '@/lib/forms/storable-text'
import { routing } from '@/lib/i18n/routing'

/**
 * What an administrator looks for, over all that is set at the desk: groups of what the viewer may
 * open, with the place where the words stand. Empty for too little to look for.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'settings.edit'))
    return new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  const typed = asked.get('q') ?? ''
  const words = isStorable(typed) ? wordsSought(typed) : null
  const locale = hasLocale(routing.locales, asked.get('locale'))
    ? (asked.get('locale') as 'en')
    : routing.defaultLocale
  const groups = words ? await foundFor(words, locale, viewer.memberships) : []
  return Response.json({ groups }, { headers: { 'cache-control': 'no-store' } })
}
