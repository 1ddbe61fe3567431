import { getTranslations } from 'next-intl/server'
import { type State, states } from '@/lib/cancellation/rules/workflow'
import { Toolbar } from './toolbar'

type Option = { value: string; text: string }
type Props = {
  q: string
  state?: State
  store?: string
  stores: readonly Option[]
  view: string
  views: readonly Option[]
  /** Something is chosen that can be cleared. */
  narrowed: boolean
}

/** The list's toolbar: search, state, store, view. */
export async function RequestToolbar({ q, state, store, stores, view, views, narrowed }: Props) {
  const t = await getTranslations('list')
  const words = await getTranslations('words.state')
  const stateOptions = states.map((value) => ({ value, text: words(value) }))
  const choices = [
    {
      name: 'state',
      label: t('states'),
      value: state ?? '',
      options: [{ value: '', text: t('allStates') }, ...stateOptions],
    },
    {
      name: 'store',
      label: t('stores'),
      value: store ?? '',
      options: [{ value: '', text: t('allStores') }, ...stores],
    },
    { name: 'view', label: t('views'), value: view, options: views },
  ]
  return (
    <Toolbar
      label={t('toolbar')}
      search={{ label: t('search'), hint: t('searchHint'), value: q, button: t('submit') }}
      choices={choices.filter(({ name }) => name !== 'store' || stores.length > 1)}
      clear={narrowed ? t('clear') : undefined}
    />
  )
}
