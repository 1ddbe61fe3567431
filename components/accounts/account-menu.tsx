'use client'
import clsx from 'clsx'
import { signOut } from 'next-auth/react'
import { forgetAllInTab } from '@/components/drafts/tab-copies'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/shell/link'
import { useRouter } from '@/lib/i18n/navigation'

/** The way to one's own account and out of it; `inMenu`, as the last lines of the navigation's menu. */
export function AccountMenu({
  own,
  name,
  signOut: label,
  inMenu,
}: {
  /** What one's own account is called. */
  own: string
  name: string
  signOut: string
  inMenu?: true
}) {
  const router = useRouter()
  // Not by the library's own redirect: it leads to BASE_URL, whichever host this browser uses.
  async function leave() {
    forgetAllInTab()
    await signOut({ redirect: false })
    router.replace('/signin')
    router.refresh()
  }
  return (
    <div className={clsx('flex items-center gap-2', inMenu && 'justify-between')}>
      <Link
        href="/account"
        aria-label={`${own}: ${name}`}
        className={clsx(
          'inline-flex min-h-11 items-center gap-2 no-underline hover:underline',
          inMenu ? 'min-w-0 px-3' : 'px-1 text-sm text-quiet',
        )}
      >
        {inMenu && own}
        <span className={inMenu ? 'truncate text-sm text-quiet' : 'max-w-40 truncate'}>{name}</span>
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
