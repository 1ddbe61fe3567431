import type { ReactNode } from 'react'

/**
 * Says that something failed that nobody foresaw: no catalogue may be at hand, so both languages
 * stand here. The code leads to what was logged.
 */
export const FailedWords = ({ code, children }: { code?: string; children: ReactNode }) => (
  <main id="content" className="mx-auto grid max-w-2xl gap-4 px-4 py-10">
    <h1 className="text-2xl font-bold">出了点问题 · Something went wrong</h1>
    <p>刚才的操作没有完成，请再试一次；如果还不行，请把编号告诉管理员。</p>
    <p lang="en">
      What you just did was not completed. Try again; if it still fails, tell your administrator
      this number.
    </p>
    {code && <p className="font-mono">{code}</p>}
    <div>{children}</div>
  </main>
)
