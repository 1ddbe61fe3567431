import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PaperForm } from '@/components/requests/paper/paper-form'
import { PaperColumns } from '@/components/requests/paper/paper-columns'
import { Sideways } from '@/components/ui/sideways'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { paperHeader } from '@/lib/cancellation/rules/paper'
import { nameIn } from '@/lib/i18n/bilingual'
import { storesOfStaff } from '@/lib/stores/queries/stores'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paper')
  return { title: t('title') }
}

const example =
  'sim,in_store,china-mobile,CN-SH,13800138000,89860070310112094320,,,样例,resident_id,' +
  '11010519491231002X,,13912345678,,,no_longer_needed,是'

/** Imports requests taken on paper while the desk was unavailable. */
export default async function ImportPage() {
  const viewer = await requireViewer('request.open')
  const t = await getTranslations('paper')
  const locale = await getLocale()
  const stores = (await storesOfStaff(viewer.memberships)).map((store) => ({
    code: store.code,
    name: nameIn(locale, store),
  }))
  const template = `\ufeff${paperHeader.join(',')}\r\n${example}\r\n`
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        <Panel>
          <PaperForm stores={stores} />
        </Panel>
        <Panel title={t('columns')}>
          <p className="mb-3">
            {t('columnsText')}{' '}
            <a
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}
              download="requests.csv"
              className="text-accent underline"
            >
              {t('template')}
            </a>
          </p>
          <PaperColumns />
          <Sideways label={t('example')}>
            <pre className="text-sm">
              {paperHeader.join(',')}
              {'\n'}
              {example}
            </pre>
          </Sideways>
        </Panel>
      </div>
    </div>
  )
}
