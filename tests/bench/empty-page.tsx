// The floor of the pages: copied into the bench's own tree as app/[locale]/empty-page/page.tsx; the
// product has no such page.
import { connection } from 'next/server'

export default async function EmptyPage() {
  await connection()
  return <p>empty</p>
}
