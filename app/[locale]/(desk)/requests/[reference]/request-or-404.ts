import { notFound } from 'next/navigation'
import type { Viewer } from '@/lib/auth/viewer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { readReference } from '@/lib/domain/identifiers/reference'

/** The request at this address; "not found" for those of other stores. */
export async function requestOr404(viewer: Viewer, typed: string) {
  const reference = readReference(decodeURIComponent(typed))
  const one = reference && (await oneRequest(viewer, reference, new Date()))
  return one || notFound()
}
