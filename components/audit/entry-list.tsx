import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { type Column, Records } from '@/components/ui/records'
import type { ChangeText, EntryText } from './entry-text'

/** Entries of the audit, a sentence each, with what changed folded below it. */
export async function EntryList({ entries }: { entries: readonly EntryText[] }) {
  const t = await getTranslations('audit')
  return (
    <ol aria-label={t('title')}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={
            'grid gap-x-6 gap-y-1 border-b border-line py-3 last:border-0 ' +
            'md:grid-cols-[9.5rem_minmax(0,1fr)]'
          }
        >
          <time className="text-sm whitespace-nowrap text-quiet tabular-nums md:pt-0.5">
            {entry.at}
          </time>
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <EntrySentence entry={entry} />
            </p>
            {entry.email && (
              <p className="text-sm wrap-anywhere text-quiet">
                <Link
                  href={`/audit?${new URLSearchParams({ by: entry.email })}`}
                  aria-label={t('onlyBy', { person: entry.email })}
                  className="hover:underline"
                >
                  {entry.email}
                </Link>
              </p>
            )}
            {entry.changes.length > 0 && <Changes entry={entry} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

async function EntrySentence({ entry: { sentence, values, text, thing } }: { entry: EntryText }) {
  const t = await getTranslations('audit.said')
  if (!sentence) return text
  return t.rich(sentence, {
    ...values,
    who: (name) => <strong className="font-semibold">{name}</strong>,
    what: (name) =>
      thing.href ? (
        <Link href={thing.href} className="text-accent underline">
          {name}
        </Link>
      ) : (
        <strong className="font-semibold">{name}</strong>
      ),
  })
}

async function Changes({ entry: { changes, sides } }: { entry: EntryText }) {
  const t = await getTranslations('audit')
  const side = (name: 'before' | 'after', title: string): Column<ChangeText> => ({
    name,
    title,
    cell: (change) => (
      <span className={change[name] === null ? 'text-quiet' : 'wrap-anywhere whitespace-pre-line'}>
        {change[name] ?? t('value.none')}
      </span>
    ),
  })
  const before = side('before', t('before'))
  const after = side('after', t(sides === 'made' ? 'content' : 'after'))
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer py-0.5 text-accent">
        {t('changes', { count: changes.length })}
      </summary>
      <div className="mt-1 rounded-md bg-sunken px-3 py-1">
        <Records
          label={t('changes', { count: changes.length })}
          rows={changes}
          keyOf={({ field }) => field}
          columns={[
            { name: 'field', title: t('field.title'), cell: ({ label }) => label },
            ...(sides === 'made' ? [after] : sides === 'gone' ? [before] : [before, after]),
          ]}
        />
      </div>
    </details>
  )
}
