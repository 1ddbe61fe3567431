import { carriersAndRegions } from '@/lib/carriers/queries'
import type { AuditFilter } from '@/lib/audit/filter'
import { guidesNamed } from '@/lib/audit/names/queries'
import type { AuditAsked } from '@/lib/audit/queries'
import { noticeKinds } from '@/lib/notices/kinds'
import type { AuditWords } from './audit-words'
import { guideText } from './thing-text'

const settings = { security: 'security', retention: 'retention', rulebook: 'rulebook' } as const

/**
 * What a filter asks of the audit, with what only its reader's language knows: the operator's name,
 * and the names of guides, templates and settings.
 */
export async function askedFor(filter: AuditFilter, said: AuditWords): Promise<AuditAsked> {
  const { t } = said
  const operator = [t('audit.operator'), 'operator'].some(
    (name) => name.toLowerCase() === filter.by.toLowerCase(),
  )
  return { ...filter, operator, subjects: filter.q ? await subjectsCalled(filter.q, said) : [] }
}

async function subjectsCalled(q: string, said: AuditWords): Promise<string[]> {
  const { t } = said
  const asked = q.toLowerCase()
  const isAsked = (name: string) => name.toLowerCase().includes(asked)
  const [guides, places] = await Promise.all([guidesNamed(), carriersAndRegions()])
  return [
    ...guides.filter((guide) => isAsked(guideText(guide, said, places))).map(({ id }) => id),
    ...noticeKinds.filter((kind) => isAsked(t(`notices.kind.${kind}`))),
    ...Object.values(settings).filter((name) => isAsked(t(`audit.thing.${name}`))),
  ]
}
