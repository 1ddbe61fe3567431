import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import type { Version } from '@/lib/guide/versions'
import { versionName } from './version-name'

/** Which two versions to compare: any published ones, and the draft. */
export async function CompareForm({
  guide,
  from,
  to,
}: {
  guide: GuideToEdit
  from: Version
  to: Version
}) {
  const t = await getTranslations('guideHistory')
  const named = await versionName(guide)
  const versions: Version[] = [
    ...(guide.draft ? (['draft'] as const) : []),
    ...guide.revisions.map(({ number }) => number),
  ]
  const options = versions.map((version) => (
    <option key={version} value={version}>
      {named(version)}
    </option>
  ))
  return (
    <form
      action=""
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <SelectField name="from" label={t('from')} defaultValue={String(from)}>
        {options}
      </SelectField>
      <SelectField name="to" label={t('to')} defaultValue={String(to)}>
        {options}
      </SelectField>
      <Button look="secondary">{t('compare')}</Button>
    </form>
  )
}
