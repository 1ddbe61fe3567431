import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { type Named, carriersAndRegions } from '@/lib/carriers/queries'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { localPath } from '@/lib/i18n/address'
import { nameIn } from '@/lib/i18n/bilingual'
import { routing } from '@/lib/i18n/routing'
import {
  type PreviewChoice,
  type PreviewQuery,
  previewChoice,
  previewSides,
  previewWidths,
} from './preview-choice'

type Props = {
  guide: GuideToEdit
  /** The address of this preview; what is framed stands below it. */
  base: string
  query: PreviewQuery
}

/**
 * A guide as customers and staff will see it, in a frame of the width of their screens: there the
 * page lays itself out as it does for them.
 */
export async function PreviewView({ guide, base, query }: Props) {
  const t = await getTranslations('guidePreview')
  const guides = await getTranslations('guides')
  const locale = await getLocale()
  const choice = previewChoice(query, locale)
  const at = (change: Partial<PreviewChoice>) =>
    `${base}?${new URLSearchParams({ ...choice, ...change })}`
  const { side, width, language, carrier, region } = choice
  const source = localPath(language, `${base}/${side}?${new URLSearchParams({ carrier, region })}`)
  const languages = { 'zh-CN': guides('zh'), en: guides('en') }
  return (
    <>
      <Panel className="mb-4">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <Choices
            label={t('side.label')}
            chosen={side}
            options={previewSides.map((one) => [one, t(`side.${one}`), at({ side: one })])}
          />
          <Choices
            label={t('width.label')}
            chosen={width}
            options={previewWidths.map((one) => [one, t(`width.${one}`), at({ width: one })])}
          />
          <Choices
            label={t('languageLabel')}
            chosen={language}
            options={routing.locales.map((one) => [one, languages[one], at({ language: one })])}
          />
          <PlaceForm guide={guide} choice={choice} />
        </div>
      </Panel>
      <p className="mb-2 text-right text-sm">
        <a href={source} target="_blank" rel="noopener" className="text-accent underline">
          {t('alone')} <span aria-hidden="true">↗</span>
        </a>
      </p>
      {width === 'phone' ? (
        // 390 by 844 pixels, and the edge of 2 around them.
        <iframe
          key={source}
          src={source}
          title={t('frame')}
          className="mx-auto block h-[848px] w-[394px] max-w-full rounded-lg border-2 border-edge"
        />
      ) : (
        // The whole width of a counter's screen, made as small as the room is.
        <div className="@container">
          <div className="aspect-[1440/900] w-full overflow-hidden rounded-lg border-2 border-edge">
            <iframe
              key={source}
              src={source}
              title={t('frame')}
              className={
                'block h-[900px] w-[1440px] origin-top-left border-0 ' +
                '[transform:scale(tan(atan2(100cqw,1440px)))]'
              }
            />
          </div>
        </div>
      )}
    </>
  )
}

function Choices({
  label,
  chosen,
  options,
}: {
  label: string
  chosen: string
  options: [value: string, name: string, href: string][]
}) {
  return (
    <nav aria-label={label}>
      <p aria-hidden="true" className="mb-1 text-sm text-quiet">
        {label}
      </p>
      <ul className="flex flex-wrap gap-1">
        {options.map(([value, name, href]) => (
          <li key={value}>
            <Link
              href={href}
              scroll={false}
              aria-current={value === chosen ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center rounded-md border px-3 no-underline',
                value === chosen
                  ? 'border-accent bg-accent-soft font-semibold text-accent'
                  : 'border-edge text-accent hover:bg-accent-soft',
              )}
            >
              {value === chosen && (
                <span aria-hidden="true" className="mr-1">
                  ✓
                </span>
              )}
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Carrier and home region, as far as the guide is for all of them. */
async function PlaceForm({ guide, choice }: { guide: GuideToEdit; choice: PreviewChoice }) {
  const t = await getTranslations('guidePreview')
  const record = await getTranslations('record')
  const locale = await getLocale()
  const { carriers, regions } = await carriersAndRegions()
  const isGeneral = !guide.carrier && !guide.region
  const options = (list: readonly Named[]) =>
    list.map((one) => (
      <option key={one.code} value={one.code}>
        {nameIn(locale, one)}
      </option>
    ))
  const field = (name: 'carrier' | 'region', list: readonly Named[]) =>
    guide[name] ? null : (
      <SelectField
        name={name}
        label={record(name)}
        defaultValue={choice[name]}
        className="min-w-36 flex-1"
      >
        {isGeneral && <option value="">{t('notChosen')}</option>}
        {options(list)}
      </SelectField>
    )
  if (guide.carrier && guide.region) return null
  const { side, width, language } = choice
  return (
    <form key={JSON.stringify(choice)} className="flex flex-1 flex-wrap items-end gap-3">
      {Object.entries({ side, width, language }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {field('carrier', carriers)}
      {field('region', regions)}
      <Button look="secondary">{t('show')}</Button>
    </form>
  )
}
