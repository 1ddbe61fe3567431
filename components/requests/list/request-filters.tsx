import { getTranslations } from 'next-intl/server'
import clsx from 'clsx'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { type State, states } from '@/lib/cancellation/rules/workflow'
import { Link } from '@/components/shell/link'

type Props = {
  state?: State
  q: string
  view?: string
  store?: string
  stores: readonly { code: string; name: string }[]
}

/**
 * Search, store and state in the query string, so that a list can be reloaded, shared and
 * revisited.
 */
export async function RequestFilters({ state, q, view, store, stores }: Props) {
  const t = await getTranslations('list')
  const words = await getTranslations('words.state')
  const href = (chosen?: State) =>
    `/requests?${new URLSearchParams({
      ...(view && { view }),
      ...(chosen && { state: chosen }),
      ...(q && { q }),
      ...(store && { store }),
    })}`
  return (
    <div className="mb-4 grid gap-4">
      <search>
        <form className="flex flex-wrap items-end gap-3">
          {stores.length > 1 && (
            <SelectField name="store" label={t('stores')} defaultValue={store ?? ''}>
              <option value="">{t('all')}</option>
              {stores.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          {view && <input type="hidden" name="view" value={view} />}
          {state && <input type="hidden" name="state" value={state} />}
          <TextField
            name="q"
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            defaultValue={q}
            className="min-w-0 flex-1 basis-72"
          />
          <Button look="secondary">{t('submit')}</Button>
          {(q || state || view || store) && (
            <Link
              href="/requests"
              className="inline-flex min-h-11 items-center px-2 text-accent underline"
            >
              {t('clear')}
            </Link>
          )}
        </form>
      </search>
      <nav aria-label={t('states')} className="flex flex-wrap gap-1.5">
        {[undefined, ...states].map((value) => (
          <Link
            key={value ?? 'all'}
            href={href(value)}
            aria-current={value === state ? 'true' : undefined}
            className={clsx(
              'inline-flex min-h-9 items-center rounded-full border px-3 text-sm no-underline',
              value === state
                ? 'border-accent bg-accent text-on-accent font-semibold'
                : 'border-edge bg-surface hover:bg-accent-soft',
            )}
          >
            {value ? words(value) : t('all')}
          </Link>
        ))}
      </nav>
    </div>
  )
}
