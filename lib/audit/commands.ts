import { audit } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { type AuditFilter, askedBy } from './filter'

export type AuditFormat = 'csv' | 'json'

/** Records that the audit leaves the desk as a file: by whom, and what was asked of it. */
export const noteExport = (by: string, format: AuditFormat, filter: AuditFilter, now: Date) =>
  transaction((tx) =>
    audit(
      tx,
      {
        by,
        what: 'audit.export',
        subject: '',
        before: null,
        after: { format, ...askedBy(filter) },
      },
      now,
    ),
  )
