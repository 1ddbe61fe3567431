'use client'
import { useTranslations } from 'next-intl'
import { useDemand, useFormTexts } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import type { BulkRun } from './use-bulk'

const maxRows = 100

/**
 * The progress of a bulk action with the result for each request; refusals first, with their
 * reason.
 */
export function BulkProgress({
  run,
  onStop,
  onClose,
}: {
  run: BulkRun
  onStop: () => void
  onClose: () => void
}) {
  const t = useTranslations('bulk')
  const words = useTranslations('words')
  const {
    faults: { refusal },
  } = useFormTexts()
  const { missing } = useDemand()
  const refused = run.lines.filter(({ done }) => !done)
  const done = run.lines.length - refused.length
  const summary =
    run.state === 'running'
      ? t('progress', { done: run.lines.length, total: run.total })
      : run.state === 'failed'
        ? t('failed')
        : t(run.state, { done, refused: refused.length })
  return (
    <section
      aria-label={t('label')}
      className="mb-4 grid gap-3 rounded-md border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <strong role="status">
          {t(`act.${run.act}`)}
          {words('colon')}
          {summary}
        </strong>
        {run.state === 'running' ? (
          <Button type="button" look="secondary" onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <Button type="button" look="secondary" onClick={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
      <progress
        value={run.lines.length}
        max={Math.max(run.total, 1)}
        aria-label={t(`act.${run.act}`)}
        className="h-3 w-full"
      />
      {run.lines.length > 0 && (
        <ul className="grid max-h-72 gap-1 overflow-y-auto text-sm">
          {[...refused, ...run.lines.filter((line) => line.done)].slice(0, maxRows).map((line) => (
            <li key={line.reference} className="flex flex-wrap gap-x-3">
              <span aria-hidden="true" className={line.done ? 'text-good' : 'text-bad'}>
                {line.done ? '✓' : '×'}
              </span>
              <Link
                href={`/requests/${line.reference}`}
                className="whitespace-nowrap text-accent underline"
              >
                {groupReference(line.reference)}
              </Link>
              <span>
                {line.done
                  ? t('done')
                  : line.unmet?.length
                    ? line.unmet.map(missing).join(words('semicolon'))
                    : refusal[line.code as 'stale']}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
