'use client'
import { useTranslations } from 'next-intl'
import { LookDialog } from '@/components/documents/look-dialog'
import { Details } from '@/components/ui/details'

const names = ['number', 'holderDocument', 'applicantDocument', 'iccid', 'eid', 'imei'] as const

/** Shows a request's full numbers in a dialog after a reason was given (L2). */
export function RevealNumbers({ reference }: { reference: string }) {
  const t = useTranslations('documents.reveal')
  return (
    <LookDialog<Partial<Record<(typeof names)[number], string>>>
      address={`/api/requests/${reference}/identifiers`}
      scope="reveal"
      label={t('title')}
      button={t('open')}
      lead={t('lead')}
      show={t('show')}
    >
      {(numbers) => (
        <Details
          items={names.map((name) =>
            numbers[name]
              ? { label: t(name), value: <span className="font-mono">{numbers[name]}</span> }
              : null,
          )}
        />
      )}
    </LookDialog>
  )
}
