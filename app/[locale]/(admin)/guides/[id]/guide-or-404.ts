import { notFound } from 'next/navigation'
import { type GuideToEdit, guideAtAddress } from '@/lib/guide/queries/editing'

/** The guide that an address names, with all its versions; "not found" where there is none. */
export const guideOr404 = async (id: string): Promise<GuideToEdit> =>
  (await guideAtAddress(id)) ?? notFound()
