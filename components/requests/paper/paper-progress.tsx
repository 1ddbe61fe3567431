'use client'
import { useTranslations } from 'next-intl'
import { useDemand, useFault, useFormTexts } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import type { PaperState } from './use-paper'

const maxRows = 200

/** The progress of an import with the result for each row; refusals first, with their reason. */
export function PaperProgress({
  state: { at, total, lines },
  onStop,
}: {
  state: Extract<PaperState, { total: number }>
  onStop: () => void
}) {
  const t = useTranslations('paper')
  const words = useTranslations('words')
  const {
    faults: { refusal },
  } = useFormTexts()
  const { missing } = useDemand()
  const fault = useFault()
  const refused = lines.filter(({ done }) => !done)
  return (
    <section aria-label={t('progress')} className="grid gap-3 rounded-md border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <strong role="status">
          {t(at, { done: lines.length - refused.length, refused: refused.length, total })}
        </strong>
        {at === 'running' && (
          <Button type="button" look="secondary" onClick={onStop}>
            {t('stop')}
          </Button>
        )}
      </div>
      <progress
        value={lines.length}
        max={Math.max(total, 1)}
        aria-label={t('progress')}
        className="h-3 w-full"
      />
      <ul className="grid max-h-80 gap-1 overflow-y-auto text-sm">
        {[...refused, ...lines.filter(({ done }) => done)]
          .slice(0, maxRows)
          .map(({ line, done, reference, code, unmet, errors }) => (
            <li key={line} className="flex flex-wrap gap-x-3">
              <span aria-hidden="true" className={done ? 'text-good' : 'text-bad'}>
                {done ? '✓' : '×'}
              </span>
              <span>{t('line', { line })}</span>
              {reference && (
                <Link
                  href={`/requests/${reference}`}
                  className="whitespace-nowrap text-accent underline"
                >
                  {groupReference(reference)}
                </Link>
              )}
              {!done && (
                <span>
                  {unmet?.length
                    ? unmet.map(missing).join(words('semicolon'))
                    : code === 'invalid'
                      ? Object.values(errors ?? {})
                          .map(fault)
                          .join(words('semicolon'))
                      : refusal[code as 'stale']}
                </span>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
