import { getLocale } from 'next-intl/server'
import { redirect } from '@/lib/i18n/redirect'

export default async function HomePage() {
  redirect({ href: '/guide', locale: await getLocale() })
}
