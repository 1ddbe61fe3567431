import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import type { StoredDocument } from '@/lib/cancellation/rules/request-record'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  documents: readonly StoredDocument[]
  /** Null when copies can no longer be removed. */
  drop: {
    action: FormActionOf
    values: Record<string, string>
    may(document: StoredDocument): boolean
  } | null
  open?: (document: StoredDocument) => ReactNode
}

/** The copies of one item: when, from whom, how many pages. */
export async function SentDocuments({ documents, drop, open }: Props) {
  const t = await getTranslations('documents')
  return (
    <ul className="grid gap-2">
      {documents.map((document) => (
        <li
          key={document.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-l-2 border-line pl-3"
          data-testid="document"
        >
          <span className="text-sm">
            {t(document.byCustomer ? 'fromCustomer' : 'fromDesk', {
              time: staffDates.moment(document.at),
              pages: document.pages,
            })}
          </span>
          {open?.(document)}
          {drop?.may(document) && (
            <OneButtonForm action={drop.action} values={{ ...drop.values, document: document.id }}>
              {t('drop')}
            </OneButtonForm>
          )}
        </li>
      ))}
    </ul>
  )
}
