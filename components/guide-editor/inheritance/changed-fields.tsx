import type { ReactNode } from 'react'
import type { FieldDifference } from '@/lib/guide/row-differences'
import { wordChanges } from '@/lib/guide/word-changes'
import { ChangedWords } from '../history/changed-words'
import { type Wording, languageOf } from './side-by-side'

type Props = {
  fields: readonly FieldDifference[]
  wording: Wording
  /** What else there is to say to a field, below its change. */
  below: (field: string) => ReactNode
}

/** What was changed in a row, field by field: removed words struck through, added ones marked. */
export const ChangedFields = ({ fields, wording, below }: Props) => (
  <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
    {fields.map(({ field, before, after }) => {
      const language = languageOf(field)
      return (
        <div key={field} className="min-w-0">
          <dt className="text-sm text-quiet">{wording.field(field)}</dt>
          <dd>
            {language ? (
              <ChangedWords changes={wordChanges(before, after, language)} language={language} />
            ) : (
              <p className="break-words">
                <del className="text-bad">{wording.value(field, before)}</del> →{' '}
                <ins className="text-good no-underline">{wording.value(field, after)}</ins>
              </p>
            )}
            {below(field)}
          </dd>
        </div>
      )
    })}
  </dl>
)
