import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
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
    <Panel title={t(text[why])}>
      <p className="mb-4 max-w-[44rem]">{t(`${text[why]}Text`)}</p>
      <div className="flex flex-wrap gap-2">
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
      </div>
    </Panel>
  )
}
