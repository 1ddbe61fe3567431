import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import type { FormActionOf } from '@/components/settings/settings-form'
import type { Inheritance } from '@/lib/guide/queries/inheritance'
import {
  type Choice,
  type WiderChange,
  choices,
  fieldOf,
  placeField,
} from '@/lib/guide/taking-over'
import { ChangedFields } from './changed-fields'
import type { Wording } from './side-by-side'
import { TakeOverForm } from './take-over-form'

type Props = {
  inheritance: Inheritance
  wording: Wording
  name: string
  action: FormActionOf
  values: Record<string, string>
}

/** What the wider guide changed since this one was level with it; each row is taken or left. */
export async function WiderChanges({ inheritance, wording, name, action, values }: Props) {
  const t = await getTranslations('inheritance')
  const words = await getTranslations('words')
  const { changes, level, wider } = inheritance
  const since = level && level.guideId === wider.guideId
  return (
    <Panel title={t('behind', { name, number: wider.number, count: changes.length })}>
      <p className="mb-4 text-sm text-quiet">
        {since && t('levelWith', { number: level.number })}
        {t('takeText')}
      </p>
      <TakeOverForm action={action} values={values} save={t('take', { count: changes.length })}>
        <ul className="grid gap-5">
          {changes.map((change) => (
            <li key={change.where} className="grid gap-3 border-t border-line pt-4">
              <h3 className="flex flex-wrap items-center gap-x-3 font-semibold">
                {wording.place(change.where)}
                <Badge tone={change.conflicts.length ? 'warn' : 'info'}>
                  {t(change.conflicts.length ? 'conflict' : `wider.${change.kind}`)}
                </Badge>
              </h3>
              {change.kind === 'moved' ? (
                <p className="text-sm">
                  {change.moved.map(wording.place).join(words('enumerationComma'))}
                </p>
              ) : (
                <ChangedFields
                  fields={change.fields}
                  wording={wording}
                  below={(field) => <Own change={change} field={field} wording={wording} />}
                />
              )}
              <WholeRow change={change} />
              <Choices change={change} place={wording.place(change.where)} />
            </li>
          ))}
        </ul>
      </TakeOverForm>
    </Panel>
  )
}

/** What this guide says instead, where the wider one changed it too. */
async function Own({
  change: { conflicts },
  field,
  wording,
}: {
  change: WiderChange
  field: string
  wording: Wording
}) {
  const t = await getTranslations('inheritance')
  const found = conflicts.find((one) => fieldOf(one) === field)
  if (!found) return null
  return (
    <div className="mt-2 rounded-md border border-warn bg-warn-soft px-3 py-2">
      <p className="text-xs font-semibold">{t('thisGuide')}</p>
      <p lang={found.language ?? undefined} className="break-words whitespace-pre-wrap">
        {wording.value(field, String(found.theirs ?? ''))}
      </p>
    </div>
  )
}

/** That one of the two guides no longer has a row that the other changed. */
async function WholeRow({ change: { conflicts } }: { change: WiderChange }) {
  const t = await getTranslations('inheritance')
  const whole = conflicts.find(({ field }) => field === null)
  return (
    whole && (
      <p className="text-sm font-semibold text-warn">
        {t(whole.theirs === null ? 'removedHere' : 'changedHere')}
      </p>
    )
  )
}

async function Choices({ change, place }: { change: WiderChange; place: string }) {
  const t = await getTranslations('inheritance')
  const offered: readonly Choice[] = change.conflicts.length
    ? choices
    : choices.filter((one) => one !== 'own')
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="sr-only">{place}</legend>
      {offered.map((choice) => (
        <label key={choice} className="flex min-h-11 items-center gap-2">
          <input
            type="radio"
            name={placeField(change.where)}
            value={choice}
            defaultChecked={choice === (change.conflicts.length ? 'own' : 'take')}
            className="size-5"
          />
          {t(`${change.conflicts.length ? 'choice' : 'free'}.${choice as 'take'}`)}
        </label>
      ))}
    </fieldset>
  )
}
