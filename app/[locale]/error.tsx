'use client'
import { Button } from '@/components/ui/button'

// Shown after an unexpected error: the catalogue may be unavailable, so both languages are
// hard-coded.
export default function Failed({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="content" className="mx-auto grid max-w-2xl gap-4 px-4 py-10">
      <h1 className="text-2xl font-bold">出了点问题 · Something went wrong</h1>
      <p>刚才的操作没有完成，请再试一次；如果还不行，请把编号告诉管理员。</p>
      <p lang="en">
        What you just did was not completed. Try again; if it still fails, tell your administrator
        this number.
      </p>
      {error.digest && <p className="font-mono">{error.digest}</p>}
      <div>
        <Button type="button" onClick={reset}>
          再试一次 · Try again
        </Button>
      </div>
    </main>
  )
}
