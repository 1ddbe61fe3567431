import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'

/** Why the list is empty, and what can be done: `work` is one's own and what nobody has. */
export async function EmptyList({
  why,
  mayOpen,
}: {
  why: 'work' | 'all' | 'filtered'
  mayOpen: boolean
}) {
  const t = await getTranslations('list')
  const nav = await getTranslations('shell.nav')
  const text = {
    work: 'nothingToDo',
    all: 'empty',
    filtered: 'nothingFound',
  } as const
  return (
    <Panel>
      <EmptyState title={t(text[why])} text={t(`${text[why]}Text`)}>
        {why !== 'filtered' && mayOpen && (
          <Link href="/requests/new" className={buttonClass('primary')}>
            {nav('new')}
          </Link>
        )}
        {why === 'work' && (
          <Link href="/requests?view=all" className={buttonClass('secondary')}>
            {t('showAll')}
          </Link>
        )}
        {why === 'filtered' && (
          <Link href="/requests" className={buttonClass('secondary')}>
            {t('clear')}
          </Link>
        )}
      </EmptyState>
    </Panel>
  )
}
