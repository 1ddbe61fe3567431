import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import type { RehearsedRound } from '@/lib/cancellation/rules/rehearsal'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

/** The rehearsal in rounds: the steps that come up, in order, and the move after them. */
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
          <ol className="grid gap-3">
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
