import type { FieldDifference } from '@/lib/guide/row-differences'

export type Wording = {
  place: (where: string) => string
  field: (path: string) => string
  value: (path: string, said: string) => string
}

type Props = {
  fields: readonly FieldDifference[]
  wording: Wording
  /** What the two sides are called. */
  titles: readonly [string, string]
}

/** The language of a field that is a text. */
export const languageOf = (field: string) =>
  field.endsWith('.zh') ? 'zh' : field.endsWith('.en') ? 'en' : undefined

/** The fields of a row on two sides, beside each other where there is room. */
export function SideBySide({ fields, wording, titles }: Props) {
  return (
    <dl className="grid gap-3 text-sm">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="text-quiet">{wording.field(field)}</dt>
          <dd className="grid gap-2 sm:grid-cols-2 sm:gap-4">
            {[before, after].map((said, side) => (
              <div key={titles[side]} className="min-w-0 rounded-md bg-sunken px-3 py-2">
                <p className="text-xs text-quiet">{titles[side]}</p>
                <p lang={languageOf(field)} className="break-words whitespace-pre-wrap">
                  {wording.value(field, said)}
                </p>
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
