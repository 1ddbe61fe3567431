import { notFound } from 'next/navigation'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { type GuideToEdit, guideToEdit } from '@/lib/guide/queries/editing'

/** The guide that an address names, with all its versions; "not found" where there is none. */
export async function guideOr404(id: string): Promise<GuideToEdit> {
  const guide = isUuid(id) ? await guideToEdit(id) : null
  return guide ?? notFound()
}
