'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { longestText } from '@/lib/guide/draft'

/** From here on a text is near its limit, and the counter is read out. */
const near = longestText * 0.9

type Props = {
  id: string
  /** As it is stored: with the marks of lists, links and tables. */
  length: number
  /** Says nothing before it is near: for titles. */
  quiet?: boolean
}

/** The parts that describe the field: the counter, once it matters. */
export const counterOf = (id: string, length: number) =>
  length >= near ? `${id}-length` : undefined

/**
 * How long a text is and may be. Screen readers hear of it near the limit, each time that another
 * fifty characters are gone, and once it is over.
 */
export function LengthCounter({ id, length, quiet }: Props) {
  const t = useTranslations('guides.length')
  const left = longestText - length
  const over = left < 0
  const about = (Math.floor(left / 50) + 1) * 50
  return (
    <>
      {(!quiet || length >= near) && (
        <p
          id={`${id}-length`}
          className={clsx(
            'mt-1 text-right text-xs',
            over ? 'font-semibold text-bad' : length >= near ? 'text-warn' : 'text-quiet',
          )}
        >
          {over
            ? t('over', { over: -left, limit: longestText })
            : length >= near
              ? t('left', { left, limit: longestText })
              : t('used', { length, limit: longestText })}
        </p>
      )}
      <span role="status" className="sr-only">
        {over
          ? t('tooLong', { limit: longestText })
          : length >= near
            ? t('about', { left: about })
            : ''}
      </span>
    </>
  )
}
