import { notFound } from 'next/navigation'

/** Every address that no page has: the page of the reader's language says so. */
export default function Unknown() {
  notFound()
}
