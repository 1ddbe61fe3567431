import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Fold } from '@/components/ui/fold'
import { Panel } from '@/components/ui/panel'
import { sections } from '@/lib/guide/draft'
import type { Inheritance } from '@/lib/guide/queries/inheritance'
import { SideBySide, type Wording } from './side-by-side'

type Props = { inheritance: Inheritance; wording: Wording; name: string }

/** Where a narrower guide has words of its own, beside the wider one's; all else is inherited. */
export async function OwnWords({ inheritance: { differences, contents }, wording, name }: Props) {
  const t = await getTranslations('inheritance')
  const words = await getTranslations('words')
  const [own] = contents
  const differing = new Set(differences.map(({ where }) => where))
  const inherited = [
    ...(differing.has('intro') ? [] : ['intro']),
    ...sections.flatMap((section) =>
      (own?.[section] ?? []).map(({ id }) => `${section}.${id}`).filter((at) => !differing.has(at)),
    ),
  ]
  return (
    <Panel title={t('differs', { name, count: differences.length })}>
      <ul className="grid gap-5">
        {differences.map(({ where, kind, fields, moved }) => (
          <li
            key={where}
            className="grid gap-2 border-t border-line pt-4 first:border-0 first:pt-0"
          >
            <h3 className="flex flex-wrap items-center gap-x-3 font-semibold">
              {wording.place(where)}
              <Badge tone="quiet">{t(`own.${kind}`)}</Badge>
            </h3>
            {kind === 'moved' ? (
              <p className="text-sm">{moved.map(wording.place).join(words('enumerationComma'))}</p>
            ) : (
              <SideBySide fields={fields} wording={wording} titles={[name, t('thisGuide')]} />
            )}
          </li>
        ))}
      </ul>
      {inherited.length > 0 && (
        <div className={differences.length ? 'mt-5 border-t border-line pt-4' : undefined}>
          <Fold title={t('inherited', { count: inherited.length })}>
            <ul className="list-disc pl-6 text-sm text-quiet">
              {inherited.map((where) => (
                <li key={where}>{wording.place(where)}</li>
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </Panel>
  )
}
