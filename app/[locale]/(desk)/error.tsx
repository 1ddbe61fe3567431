'use client'
import { FailedNotice } from '@/components/shell/failed-notice'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Shown below the header when a page failed that nobody foresaw. */
export default function DeskFailed({ error, retry }: Props) {
  return <FailedNotice code={error.digest} retry={retry} />
}
