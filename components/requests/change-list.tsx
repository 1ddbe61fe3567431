import { getTranslations } from 'next-intl/server'
import type { Change } from '@/lib/cancellation/rules/changes'
import { staffDates } from '@/lib/i18n/dates'

/** Names of coded values from tables: carriers, regions, materials, obligations. */
export type Names = Readonly<Record<string, string>>
type Props = { changes: readonly Change[]; names: Names; open: boolean }

/** The changes made by an event, before and after. */
export async function ChangeList({ changes, names, open }: Props) {
  const t = await getTranslations('history')
  if (changes.length === 0) return null
  return (
    <details open={open} className="text-sm">
      <summary className="cursor-pointer py-0.5 text-quiet">{t('changed')}</summary>
      <dl className="my-1 grid gap-x-3 gap-y-0.5 sm:grid-cols-[auto_1fr]">
        {
          await Promise.all(
            changes.map(async (change) => (
              <div key={change.field} className="contents">
                <dt className="text-quiet">{await fieldLabel(change.field, names)}</dt>
                <dd className="min-w-0 break-words">
                  {(await valueText(change.field, change.before, names)) ?? t('nothing')} →{' '}
                  {(await valueText(change.field, change.after, names)) ?? t('nothing')}
                </dd>
              </div>
            )),
          )
        }
      </dl>
    </details>
  )
}

const days = ['clearsOn', 'submittedOn', 'paidOn']

const keyOf = (field: string) => field.split('.').at(-1) ?? ''

async function fieldLabel(field: string, names: Names): Promise<string> {
  const t = await getTranslations('history.field')
  const item = /^step\.[^.]+\.items\.([^.]+)\.(.+)$/.exec(field)
  if (item) {
    const [, code = '', what = ''] = item
    const name = names[code] ?? code
    const label = what.replace('.', '_')
    if (what === 'state') return name
    return `${name} · ${t.has(label as 'clearsOn') ? t(label as 'clearsOn') : what}`
  }
  if (/^step\.[^.]+\.state$/.test(field)) return t('cardState')
  if (field.startsWith('explained.')) {
    const words = await getTranslations('words.question')
    return words(keyOf(field) as 'holder_minor')
  }
  const key = field.startsWith('promise.') ? field.replace('.', '_') : keyOf(field)
  return t.has(key as 'state') ? t(key as 'state') : key
}

async function valueText(
  field: string,
  value: string | null,
  names: Names,
): Promise<string | null> {
  if (value === null) return null
  const words = await getTranslations('words')
  const t = await getTranslations('history.value')
  const key = keyOf(field)
  if (field.startsWith('promise.') || days.includes(key)) return staffDates.day(value)
  if (key === 'amountFen') return (Number(value) / 100).toFixed(2)
  if (key === 'asked')
    return value
      .split(' ')
      .map((code) => words(`cardQuestion.${code as 'card_differs'}`))
      .join(words('semicolon'))
  if (key === 'waitsFor') return words(`awaited.${value as 'customer'}`)
  if (key === 'way') return words(`paymentWay.${value as 'cash'}`)
  const coded =
    key === 'documentType' ? `document.${value}` : key === 'ticked' ? null : `${key}.${value}`
  if (key === 'ticked')
    return value
      .split(' ')
      .map((item) => words(`aftercare.${item as 'receipt_kept'}`))
      .join(words('semicolon'))
  if (!field.startsWith('step.') || key === 'route')
    if (coded && words.has(coded as 'state.open')) return words(coded as 'state.open')
  return t.has(value as 'true') ? t(value as 'true') : (names[value] ?? value)
}
