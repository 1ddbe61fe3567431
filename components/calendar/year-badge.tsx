import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'

export async function YearBadge({ published }: { published: boolean }) {
  const t = await getTranslations('calendar')
  return (
    <Badge tone={published ? 'good' : 'warn'}>
      {published ? t('published') : t('unpublished')}
    </Badge>
  )
}
