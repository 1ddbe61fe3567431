import { getTranslations } from 'next-intl/server'
import type { StepExperience } from '@/lib/guide/queries/feedback'

/**
 * The statistics of each step as text, by id: how often noted, how long it took, why requests were
 * sent back.
 */
export async function experienceWords(
  steps: readonly StepExperience[],
): Promise<Record<string, string>> {
  const t = await getTranslations('guides.experience')
  return Object.fromEntries(
    steps.map(({ step, noted, minutes, sentBack, rejected }) => {
      const parts = [
        t('noted', { count: noted }),
        minutes !== null && t('minutes', { minutes: Math.round(minutes * 10) / 10 }),
        sentBack > 0 && t('sentBack', { count: sentBack }),
        rejected > 0 && t('rejected', { count: rejected }),
      ]
      return [step, parts.filter(Boolean).join(' · ')]
    }),
  )
}
