// What stands in for the framework's texts where what is printed is made outside a page: the same
// catalogues, and Chinese for whoever asks for no language.
import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/routing'

type Asked = { locale: Locale; namespace: 'receipt' }

export const getLocale = async () => 'zh-CN'

export async function getTranslations({ locale, namespace }: Asked) {
  const { default: messages } = await import(`@/lib/i18n/messages/${locale}/index.ts`)
  return createTranslator({ locale, messages, namespace })
}
