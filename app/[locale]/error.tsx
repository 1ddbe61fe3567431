'use client'
import { FailedWords } from '@/components/shell/failed-words'
import { Button } from '@/components/ui/button'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Shown when something failed that nobody foresaw. */
export default function Failed({ error, retry }: Props) {
  return (
    <FailedWords code={error.digest}>
      <Button type="button" onClick={retry}>
        再试一次 · Try again
      </Button>
    </FailedWords>
  )
}
