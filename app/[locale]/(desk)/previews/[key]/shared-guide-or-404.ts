import { notFound } from 'next/navigation'
import { sharedGuideToEdit } from '@/lib/guide/queries/shared-guide'

/** What a link to a guide's preview opens; "not found" for one that opens nothing any more. */
export const sharedGuideOr404 = async (key: string) =>
  (await sharedGuideToEdit(key, new Date())) ?? notFound()
