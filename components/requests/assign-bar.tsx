import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { Menu } from '@/components/ui/menu'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { FormState } from '@/lib/forms/form-state'
import { AssignForm } from './assign-form'

type Props = {
  record: RequestRecord
  viewer: { id: string }
  colleagues: readonly { id: string; name: string }[]
  canDispose: boolean
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** The request's assignee: take it, release it, or (as a reviewer) assign it to a colleague. */
export async function AssignBar({ record, viewer, colleagues, canDispose, action }: Props) {
  const t = await getTranslations('walk.assign')
  const values = { $reference: record.reference, $duty: 'assign' }
  const holder = colleagues.find(({ id }) => id === record.assignee)
  return (
    <div className="no-print flex flex-wrap items-center gap-x-1.5 gap-y-2">
      <span className={record.assignee ? 'font-semibold' : 'text-quiet'}>
        {record.assignee ? t('by', { name: holder?.name ?? '' }) : t('nobody')}
      </span>
      {record.assignee !== viewer.id && (!record.assignee || canDispose) && (
        <OneButtonForm action={action} values={{ ...values, assignee: viewer.id }}>
          {t('claim')}
        </OneButtonForm>
      )}
      {record.assignee && (record.assignee === viewer.id || canDispose) && (
        <OneButtonForm action={action} values={values}>
          {t('release')}
        </OneButtonForm>
      )}
      {canDispose && (
        <Menu label={t('give')}>
          <div className="px-3 py-2">
            <AssignForm
              action={action}
              values={values}
              colleagues={colleagues.filter(({ id }) => id !== record.assignee && id !== viewer.id)}
              words={{ give: t('give'), save: t('giveSave') }}
            />
          </div>
        </Menu>
      )}
    </div>
  )
}
