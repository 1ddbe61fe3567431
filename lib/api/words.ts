import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { type Problem, problemStatus, problemType } from './problem'

/**
 * The language of an answer: English where the caller asks for it before Chinese, else Chinese (RFC
 * 9110, 12.5.4).
 */
export function languageAsked(header: string | null): Locale {
  const wanted = (header ?? '').split(',').map((part, place) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = Number(
      parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1,
    )
    return { tag: tag.toLowerCase(), weight: Number.isFinite(weight) ? weight : 0, place }
  })
  const [first] = wanted
    .filter(({ tag, weight }) => weight > 0 && /^(en|zh)\b/.test(tag))
    .sort((one, other) => other.weight - one.weight || one.place - other.place)
  return first?.tag.startsWith('en') ? 'en' : 'zh-CN'
}

/** A code of a fault or warning in the caller's words. */
export async function faultWords(locale: Locale): Promise<(code: string) => string> {
  const t = await getTranslations({ locale, namespace: 'faults' })
  return (code) => (t.has(code as 'required') ? t(code as 'required') : t('invalid'))
}

/** A problem as RFC 9457 has it. */
export async function problemDocument(
  locale: Locale,
  { problem, unmet, reference, faults }: Problem,
) {
  const t = await getTranslations({ locale, namespace: 'api' })
  const demand = await getTranslations({ locale, namespace: 'demands.missing' })
  const fault = await faultWords(locale)
  const title = t(`problem.${problem}`)
  const why =
    unmet?.map((name) =>
      demand.has(name as 'consent_given') ? demand(name as 'consent_given') : name,
    ) ??
    faults?.map(({ pointer, code }) => `${pointer || '/'}: ${fault(code)}`) ??
    []
  return {
    type: problemType(problem),
    title,
    status: problemStatus[problem],
    detail: why.length ? `${title} ${why.join('; ')}` : title,
    ...(unmet && { unmet: [...unmet] }),
    ...(reference && { reference }),
    ...(faults && {
      errors: faults.map(({ pointer, code }) => ({ pointer, code, detail: fault(code) })),
    }),
  }
}
