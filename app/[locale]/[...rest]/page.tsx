import { notFound } from 'next/navigation'

/** Any unknown address: the localized "not found" page. */
export default function Unknown() {
  notFound()
}
