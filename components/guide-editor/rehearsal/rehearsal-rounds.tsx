import { getTranslations } from 'next-intl/server'
import { RichText } from '@/components/guide/rich-text'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import type { RehearsedRound } from '@/lib/cancellation/rules/rehearsal'
import type { Bilingual } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

/**
 * The rehearsal in rounds: the steps that come up, in order, with what staff and customers read of
 * each, and the move after them.
 */
export async function RehearsalRounds({
  rounds,
  locale,
}: {
  rounds: readonly RehearsedRound[]
  locale: Locale
}) {
  const t = await getTranslations('guides.rehearsal')
  const words = await getTranslations('words')
  const moves = await getTranslations('words.move')
  return (
    <div className="grid gap-6">
      {rounds.map(({ steps, move }) => (
        <Panel key={move ?? 'after'} title={t(`round.${move ?? 'after'}`)}>
          <ol className="grid gap-5">
            {steps.map(({ step, materials, again }, place) => (
              <li key={`${step.id}${again}`} className="grid grid-cols-[2rem_1fr] gap-x-2">
                <span className="text-quiet tabular-nums">{place + 1}</span>
                <div>
                  <p className="font-semibold">
                    {inLocale(locale, step.staff.title)}{' '}
                    {again && <Badge tone="warn">{t('again')}</Badge>}
                  </p>
                  <p className="text-sm text-quiet">
                    {words(`kind.${step.kind}`)} · {t(`for.${step.audience}`)}
                    {step.kind === 'instruction' && !step.required && ` · ${t('optional')}`}
                  </p>
                  {materials.length > 0 && (
                    <p className="text-sm">
                      {t('asks', {
                        materials: materials
                          .map(({ title }) => inLocale(locale, title))
                          .join(words('semicolon')),
                      })}
                    </p>
                  )}
                  <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
                    <Read by={t('reads.staff')} locale={locale} {...step.staff} />
                    <Read by={t('reads.customer')} locale={locale} {...step} />
                  </div>
                </div>
              </li>
            ))}
          </ol>
          {steps.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
          {move && (
            <p className="mt-4 font-semibold">
              <span aria-hidden="true">→ </span>
              {moves(move)}
            </p>
          )}
        </Panel>
      ))}
    </div>
  )
}

/** What one side reads of a step. */
function Read({
  by,
  title,
  text,
  locale,
}: {
  by: string
  title: Bilingual
  text: Bilingual
  locale: Locale
}) {
  return (
    <div className="min-w-0 rounded-md bg-sunken p-3 text-sm">
      <p className="text-quiet">{by}</p>
      <p className="font-semibold">{inLocale(locale, title)}</p>
      <RichText locale={locale}>{inLocale(locale, text)}</RichText>
    </div>
  )
}
