import type { OpenInput } from '@/lib/cancellation/rules/schemas'

/**
 * An opening input as a form's initial values: full document and card numbers stay on the server,
 * and birth dates with them (I7, L2). The page shows their last four characters, and an empty field means "the same".
 */
export function withoutNumbers({ card: _, holder, applicant, ...rest }: OpenInput): OpenInput {
  const blank = ({ birthDate: _, ...document }: OpenInput['holder']['document']) => ({
    ...document,
    number: '',
  })
  return {
    ...rest,
    holder: { ...holder, document: blank(holder.document) },
    applicant:
      applicant.relation === 'self'
        ? applicant
        : { ...applicant, document: blank(applicant.document) },
  }
}
