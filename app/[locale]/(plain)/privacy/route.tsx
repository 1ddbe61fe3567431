import { getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { PageHeading, Panel } from '@/components/ui/panel'
import { retention } from '@/lib/retention/queries'
import { plainPage } from '../plain-page'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_: Request, { params }: Context) {
  return plainPage((await params).locale, '/privacy', async () => {
    const t = await getTranslations('privacy')
    return { title: t('title'), description: t('lead'), body: <Privacy /> }
  })
}

const kept = ['numbers', 'photos', 'names', 'card', 'questions', 'access'] as const
const notKept = ['password', 'position', 'ticks', 'strangers'] as const

/**
 * What is kept of a person, why, how long by today's settings, and how to see or erase it (L1, L3).
 */
async function Privacy() {
  const [t, { on, photoDays, identifierDays }] = await Promise.all([
    getTranslations('privacy'),
    retention(),
  ])
  const howLong = {
    numbers: on ? t('until.numbers', { days: identifierDays }) : t('until.asked'),
    photos: on ? t('until.photos', { days: photoDays }) : t('until.asked'),
    names: t('until.asked'),
    card: t('until.card'),
    questions: on ? t('until.questions', { days: identifierDays }) : t('until.asked'),
    access: t('until.access'),
  }
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        <Panel title={t('keptTitle')}>
          <dl className="grid gap-4">
            {kept.map((what) => (
              <div key={what}>
                <dt className="font-semibold">{t(`what.${what}`)}</dt>
                <dd>{t(`why.${what}`)}</dd>
                <dd>{howLong[what]}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4">{t('history')}</p>
        </Panel>
        <Panel title={t('notKeptTitle')}>
          <ul className="grid list-disc gap-1 pl-5">
            {notKept.map((what) => (
              <li key={what}>{t(`notKept.${what}`)}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('seenTitle')}>
          <p>{t('seen')}</p>
        </Panel>
        <Panel title={t('rightsTitle')}>
          <p>{t('rights')}</p>
          <p className="mt-2">{t('erase')}</p>
          <ul className="mt-3 grid gap-1">
            {(['find-store', 'ask'] as const).map((way) => (
              <li key={way}>
                <PlainLink
                  href={`/${way}`}
                  className="inline-flex min-h-11 items-center text-accent underline"
                >
                  {t(`way.${way}`)}
                </PlainLink>
              </li>
            ))}
          </ul>
          <p className="mt-2">{t('complain')}</p>
        </Panel>
      </div>
    </>
  )
}
