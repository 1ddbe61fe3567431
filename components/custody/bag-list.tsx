import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import type { BagState } from '@/lib/cancellation/rules/bags'
import type { BagRow } from '@/lib/cancellation/queries/bags'
import { Link } from '@/components/shell/link'

const tones: Record<BagState, 'info' | 'warn' | 'good' | 'quiet'> = {
  open: 'info',
  sealed: 'warn',
  handed_over: 'quiet',
  destroyed: 'quiet',
}

/** A store's bags, newest first. */
export async function BagList({ bags }: { bags: readonly BagRow[] }) {
  const t = await getTranslations('custody.bag')
  return (
    <ul className="grid gap-2">
      {bags.map(({ number, state, cards, unfinished }) => (
        <li key={number} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Link href={`/bags/${number}`} className="font-semibold text-accent underline">
            {number}
          </Link>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          <span>{t('cards', { count: cards })}</span>
          {state !== 'destroyed' && unfinished > 0 && (
            <span className="text-sm text-quiet">{t('unfinished', { count: unfinished })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
