import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { Link } from '@/components/shell/link'
import { Badge } from '@/components/ui/badge'
import { Menu } from '@/components/ui/menu'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { waitingSince } from '@/lib/cancellation/queries/waiting-since'
import { promiseDue } from '@/lib/cancellation/rules/promise-due'
import type { Named } from '@/lib/carriers/queries'
import { readAloud } from '@/lib/domain/identifiers/phone'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { FormState } from '@/lib/forms/form-state'
import { nameIn } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'
import { CallBadge } from './call-badge'
import { FurtherNumberLink } from './further-number-link'
import { StateBadge } from './state-badge'
import { WaitingTime } from './waiting-time'

type Props = {
  one: OneRequest
  carrier: Named | undefined
  region: Named | undefined
  setWaiting: (before: FormState, form: FormData) => Promise<FormState>
  /** Who has it in hand, and the acts on that. */
  children: ReactNode
}

/**
 * What a clerk has to see at every moment of a request: the number, whose it is, where it stands,
 * until when, and in whose hands. It stays in sight while the page scrolls.
 */
export async function RequestHead({ one, carrier, region, setWaiting, children }: Props) {
  const { record, personal, identifiers, situation } = one
  const t = await getTranslations('walk')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const { capacities } = situation.actor
  const due = promiseDue(record)
  const waited = record.customerWaiting
    ? Date.now() - (await waitingSince(record.id)).getTime()
    : null
  const number = identifiers ? readAloud(identifiers.number) : personal?.numberMasked
  const facts = [
    groupReference(record.reference),
    carrier && nameIn(locale, carrier),
    region && nameIn(locale, region),
    words(`cardType.${record.cardType}`),
    words(`channel.${record.channel}`),
  ].filter(Boolean)
  return (
    <div
      className={
        'no-print top-0 z-20 -mx-4 -mt-6 mb-4 border-b border-line bg-paper px-4 py-2 lg:sticky ' +
        'sm:-mx-6 sm:-mt-8 sm:px-6'
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div
          className={
            'flex min-w-full flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 lg:min-w-[24rem]'
          }
        >
          <h1 className="flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
            <span className="whitespace-nowrap">{number ?? t('summary.erased')}</span>
            <span className="text-base font-semibold">{personal?.holderName}</span>
          </h1>
          <StateBadge state={record.state} />
          {due && (
            <span
              className={due.date < situation.today ? 'font-semibold text-bad' : 'font-semibold'}
            >
              {t(record.state === 'in_review' ? 'summary.decision' : 'summary.end')}{' '}
              {staffDates.day(due.date)}
            </span>
          )}
          <CallBadge record={record} now={new Date()} />
          {record.preCancelled && record.state === 'closing' && (
            <Badge tone="warn">
              {t('preCancelled', { day: staffDates.day(record.preCancelled.reinstateUntil) })}
            </Badge>
          )}
          {record.ending && record.state === 'withdrawn' && record.ending.move !== 'withdraw' && (
            <span className="text-sm font-semibold text-quiet">
              {words(`moved.${record.ending.move}`)}
            </span>
          )}
          {record.state === 'rejected' && (
            <span className="text-sm font-semibold text-quiet">
              {words(`rejection.${(record.ending?.reason ?? 'other') as 'other'}`)}
            </span>
          )}
          {waited !== null && (
            <Badge tone="warn">
              <WaitingTime key={waited} waited={waited} />
            </Badge>
          )}
          <span className="w-full text-sm text-quiet">{facts.join(' · ')}</span>
        </div>
        <div
          className={
            'flex flex-wrap items-center gap-x-2 text-sm lg:ml-auto lg:justify-end ' +
            '[&_button]:px-2'
          }
        >
          {children}
          <Menu label={t('print')} print>
            <MenuLink to={`/requests/${record.reference}/slip`}>{t('links.slip')}</MenuLink>
            {record.channel === 'in_store' && (
              <MenuLink to={`/requests/${record.reference}/form`}>{t('links.form')}</MenuLink>
            )}
            {personal && (
              <MenuLink to={`/requests/${record.reference}/copy`}>{t('links.copy')}</MenuLink>
            )}
            {record.receipt && (
              <MenuLink to={`/requests/${record.reference}/receipt`}>{t('links.receipt')}</MenuLink>
            )}
          </Menu>
          {!record.endedAt && capacities.length > 0 && (
            <OneButtonForm
              action={setWaiting}
              values={{ $reference: record.reference, $waiting: String(!record.customerWaiting) }}
            >
              {record.customerWaiting ? t('unsetWaiting') : t('setWaiting')}
            </OneButtonForm>
          )}
          {record.state !== 'open' && <FurtherNumberLink one={one} className={headLink} />}
          {record.state === 'open' && capacities.includes('staff') && (
            <Link href={`/requests/${record.reference}/amend`} className={headLink}>
              {t('links.amend')}
            </Link>
          )}
        </div>
      </div>
    </div>
  )
}

const headLink = 'inline-flex min-h-9 items-center whitespace-nowrap px-2 text-accent underline'

const MenuLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link href={to} className="flex min-h-10 items-center px-3 no-underline hover:bg-accent-soft">
    {children}
  </Link>
)
