'use client'
import Failed from './[locale]/error'

type Props = { error: Error & { digest?: string }; reset: () => void }

/**
 * Where not even the layout came about; without the looks of the other pages, which may be what
 * failed.
 */
export default function FailedWhole(props: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <Failed {...props} />
      </body>
    </html>
  )
}
