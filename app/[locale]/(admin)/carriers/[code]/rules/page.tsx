import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { ImportForm } from '@/components/rules/import-form'
import { type EditedRule, RuleForm } from '@/components/rules/rule-form'
import { type RuleWords, narrowingText, ruleText } from '@/components/rules/rule-text'
import { ruleWords } from '@/components/rules/rule-words'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Link } from '@/components/shell/link'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { rulebookFileSchema, writeRulebook } from '@/lib/carriers/rulebook/file'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { fieldsOf } from '@/lib/carriers/rulebook/rule-form'
import { type CarrierRule, isStale } from '@/lib/carriers/rulebook/rules'
import { staleAfterDays } from '@/lib/carriers/rulebook/setting'
import { type Topic, isTopic, topics } from '@/lib/carriers/rulebook/topics'
import { fingerprint } from '@/lib/db/audit'
import { dayOf } from '@/lib/domain/days'
import { staffDates } from '@/lib/i18n/dates'
import { nameIn } from '@/lib/i18n/bilingual'
import { confirmRule, importRules, removeRule, saveRule } from './actions'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ saved?: string; edit?: string; add?: string }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const t = await getTranslations('rules')
  return { title: `${t('title')} ${(await params).code.slice(0, 40)}` }
}

/** A carrier's rulebook: what it does where, known from where and since when. */
export default async function RulesPage({ params, searchParams }: Props) {
  await requireViewer('settings.edit')
  const { code } = await params
  const { saved, edit, add } = await searchParams
  const [locale, messages, t, carrier, rules, oldAfter, { regions }] = await Promise.all([
    getLocale(),
    getMessages(),
    getTranslations('rules'),
    carrierByCode(code),
    rulebookOf(code),
    staleAfterDays(),
    carriersAndRegions(),
  ])
  if (!carrier) notFound()
  const topicName = await getTranslations('words.ruleTopic')
  const today = dayOf(new Date())
  const values = { $code: code, $seen: fingerprint(rules) }
  const edited = editedBy(rules, edit, add)
  const old = rules.filter((rule) => isStale(rule, today, oldAfter)).length
  const file = writeRulebook(code, rules)
  const { rules: texts, words, settings, calendar } = messages
  return (
    // No other page of the desk needs the rulebook's words.
    <NextIntlClientProvider messages={{ rules: texts, words, settings, calendar }}>
      <PageHeading
        title={`${t('title')} · ${nameIn(locale, carrier)}`}
        lead={old ? t('old', { count: old, days: oldAfter }) : t('lead')}
      >
        <Link href={`/carriers/${code}`} className={buttonClass('secondary')}>
          {t('toSettings')}
        </Link>
      </PageHeading>
      <SavedNotice saved={saved} />
      <div className="grid gap-6">
        {edited && (
          <Panel title={topicName(edited.rule.topic)} id="rule">
            <RuleForm
              key={`${values.$seen}.${edited.place}.${edited.rule.topic}`}
              action={saveRule}
              values={{ ...values, $place: String(edited.place) }}
              rule={edited.rule}
              regions={regions.map((one) => ({ code: one.code, name: nameIn(locale, one) }))}
              today={today}
            />
            <p className="mt-3">
              <Link href={`/carriers/${code}/rules`} className="text-accent underline">
                {t('back')}
              </Link>
            </p>
          </Panel>
        )}
        {topics.map((topic) => (
          <TopicPanel
            key={topic}
            topic={topic}
            rules={rules}
            values={values}
            today={today}
            oldAfter={oldAfter}
          />
        ))}
        <Panel title={t('files')}>
          <p className="mb-4">
            <FileLink text={file} name={`rulebook-${code}-${today}.json`}>
              {t('export')}
            </FileLink>{' '}
            <FileLink text={JSON.stringify(rulebookFileSchema())} name="rulebook.schema.json">
              {t('schema')}
            </FileLink>
          </p>
          <Fold title={t('import')}>
            <ImportForm action={importRules} values={values} />
          </Fold>
        </Panel>
      </div>
    </NextIntlClientProvider>
  )
}

const FileLink = ({ text, name, children }: { text: string; name: string; children: string }) => (
  <a
    href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
    download={name}
    className={buttonClass('secondary')}
  >
    {children}
  </a>
)

/** The rule that the address asks to edit, or a new one of a topic; null for neither. */
function editedBy(
  rules: readonly CarrierRule[],
  edit: string | undefined,
  add: string | undefined,
): { place: number; rule: EditedRule } | null {
  const rule = edit && /^\d{1,3}$/.test(edit) ? rules[Number(edit)] : undefined
  if (rule) {
    const { value: _, checkedOn, ...rest } = rule
    return {
      place: Number(edit),
      rule: { ...rest, fields: fieldsOf(rule), checkedOn: checkedOn ?? '' },
    }
  }
  if (!add || !isTopic(add)) return null
  const narrowing = { regions: [], storeKinds: [], cardTypes: [], channels: [] }
  const origin = { source: '', sureness: 'single', checkedOn: '' }
  return { place: -1, rule: { topic: add, fields: {}, ...narrowing, ...origin } }
}

type TopicProps = {
  topic: Topic
  rules: readonly CarrierRule[]
  values: { $code: string; $seen: string }
  today: string
  oldAfter: number
}

async function TopicPanel({ topic, rules, values, today, oldAfter }: TopicProps) {
  const words = await ruleWords()
  const { t } = words
  const shown = rules.flatMap((rule, place) => (rule.topic === topic ? [{ rule, place }] : []))
  const here = `/carriers/${values.$code}/rules`
  const others = shown.length - 1
  const asked = (rule: CarrierRule) => ({
    title: t('removeAsk.title'),
    text: (
      <>
        <p className="font-semibold">{ruleText(rule, words)}</p>
        <p>{narrowingText(rule, words) || t('everywhere')}</p>
        <p>
          {others > 0
            ? t('removeAsk.others', { count: others })
            : t('removeAsk.last', { silent: t(`silent.${topic}`) })}
        </p>
      </>
    ),
    confirm: t('removeAsk.confirm'),
  })
  return (
    <Panel
      title={words.words(`ruleTopic.${topic}`)}
      aside={
        <Link href={`${here}?add=${topic}#rule`} className="text-accent underline">
          {t('add')}
        </Link>
      }
    >
      {shown.length === 0 && <p className="text-quiet">{t(`silent.${topic}`)}</p>}
      <ul>
        {shown.map(({ rule, place }) => (
          <li
            key={place}
            className="flex flex-wrap items-start gap-x-6 gap-y-1 border-t border-line py-3 first:border-0"
          >
            <RuleLines rule={rule} words={words} old={isStale(rule, today, oldAfter)}>
              {rule.checkedOn
                ? t('checked', { day: staffDates.day(rule.checkedOn) })
                : t('neverChecked')}
            </RuleLines>
            <div className="flex flex-wrap items-center gap-x-4">
              {rule.checkedOn !== today && (
                <OneButtonForm action={confirmRule} values={{ ...values, $place: String(place) }}>
                  {t('confirm')}
                </OneButtonForm>
              )}
              <Link href={`${here}?edit=${place}#rule`} className="text-accent underline">
                {t('edit')}
              </Link>
              <ConfirmButton
                action={removeRule}
                look="plain"
                values={{ ...values, $place: String(place) }}
                confirmation={asked(rule)}
              >
                {t('remove')}
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RuleLines({
  rule,
  words,
  old,
  children,
}: {
  rule: CarrierRule
  words: RuleWords
  old: boolean
  children: string
}) {
  const { t } = words
  return (
    <div className="min-w-0 flex-1 basis-80">
      <p className="font-semibold">
        {ruleText(rule, words)} {old && <Badge tone="warn">{t('stale')}</Badge>}
      </p>
      <p>{narrowingText(rule, words) || t('everywhere')}</p>
      <p className="text-sm text-quiet">
        {t(`sureness.${rule.sureness}`)} · {rule.source} · {children}
      </p>
    </div>
  )
}
