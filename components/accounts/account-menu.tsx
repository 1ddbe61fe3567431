'use client'
import { signOut } from 'next-auth/react'
import { forgetAllInTab } from '@/components/drafts/tab-copies'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/shell/link'
import { useRouter } from '@/lib/i18n/navigation'

export function AccountMenu({ name, signOut: label }: { name: string; signOut: string }) {
  const router = useRouter()
  // Not by the library's own redirect: it leads to BASE_URL, whichever host this browser uses.
  async function leave() {
    forgetAllInTab()
    await signOut({ redirect: false })
    router.replace('/signin')
    router.refresh()
  }
  return (
    <div className="flex items-center gap-2">
      <Link
        href="/account"
        className={
          'hidden min-h-11 items-center px-1 text-sm text-quiet no-underline hover:underline ' +
          'sm:inline-flex'
        }
      >
        {name}
      </Link>
      <Button
        type="button"
        look="plain"
        className="whitespace-nowrap px-2"
        onClick={() => void leave()}
      >
        {label}
      </Button>
    </div>
  )
}
