import { getTranslations } from 'next-intl/server'
import { OperationPanel } from '@/components/api/operation-panel'
import { PageHeading, Panel } from '@/components/ui/panel'
import { operations } from '@/lib/api/endpoints'
import { problemStatus } from '@/lib/api/problem'
import { plainPage } from '../plain-page'

type Context = { params: Promise<{ locale: string }> }

export const GET = async (_: Request, { params }: Context) =>
  plainPage((await params).locale, '/developers', async () => {
    const t = await getTranslations('api')
    return { title: t('docs.title'), description: t('docs.lead'), body: <Developers /> }
  })

/** The HTTP API's documentation, generated from the table that handles its calls. */
async function Developers() {
  const t = await getTranslations('api')
  return (
    <>
      <PageHeading title={t('docs.title')} lead={t('docs.lead')} />
      <Panel title={t('docs.firstTitle')} className="mb-6">
        <ul className="grid list-disc gap-2 pl-5">
          {(['key', 'version', 'once', 'language', 'webhooks'] as const).map((name) => (
            <li key={name}>{t(`docs.first.${name}`)}</li>
          ))}
        </ul>
        <p className="mt-4">
          <a href="/api/v1/openapi.json" className="text-accent underline">
            {t('docs.openapi')}
          </a>
        </p>
      </Panel>
      <div className="grid gap-6">
        {operations.map((operation) => (
          <OperationPanel key={operation.id} operation={operation} />
        ))}
        <Panel title={t('docs.problems')}>
          <p className="mb-3">{t('docs.problemsText')}</p>
          <dl className="grid gap-2 sm:grid-cols-2">
            {Object.entries(problemStatus).map(([code, status]) => (
              <div key={code} className="border-l-2 border-line pl-3">
                <dt>
                  <code>{code}</code> <span className="text-quiet">{status}</span>
                </dt>
                <dd className="text-sm">{t(`problem.${code as keyof typeof problemStatus}`)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  )
}
