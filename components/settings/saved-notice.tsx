import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'

/** Confirms a saved change, on the page redirected to. */
export async function SavedNotice({ saved }: { saved: string | undefined }) {
  if (!saved) return null
  const t = await getTranslations('settings')
  return <Notice tone="good" role="status" className="mb-6" title={t('saved')} />
}
