'use client'
import { useTranslations } from 'next-intl'
import { LookDialog } from './look-dialog'

/** Opens a document copy in a dialog. */
export function ViewDocument({
  reference,
  id,
  label,
}: {
  reference: string
  id: string
  label: string
}) {
  const t = useTranslations('documents.view')
  return (
    <LookDialog<{ pages: string[] }>
      address={`/api/requests/${reference}/documents/${id}`}
      scope={`view-${id}`}
      label={label}
      button={t('open')}
      lead={t('lead')}
      show={t('show')}
    >
      {({ pages }) => (
        <div className="grid gap-4">
          {pages.map((page, place) => (
            <img
              key={page.slice(-40)}
              src={page}
              alt={t('page', { label, page: place + 1 })}
              className="w-full rounded-md border border-line"
            />
          ))}
        </div>
      )}
    </LookDialog>
  )
}
