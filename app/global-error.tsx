'use client'
import Failed from './[locale]/error'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Shown when even the layout failed; without the styles of other pages, which may be the cause. */
export default function GlobalError(props: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <Failed {...props} />
      </body>
    </html>
  )
}
