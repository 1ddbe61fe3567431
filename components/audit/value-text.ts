import { narrowingText, ruleText } from '@/components/rules/rule-text'
import { roleText } from '@/components/accounts/role-text'
import { weekText } from '@/components/stores/opening-text'
import { type Field, fieldOf } from '@/lib/audit/fields'
import { isAuditedKind } from '@/lib/audit/kinds'
import type { AuditRow } from '@/lib/audit/queries'
import { contentOf } from '@/lib/audit/sentences'
import { type CarrierRule, ruleSchema } from '@/lib/carriers/rulebook/rules'
import { isTopic } from '@/lib/carriers/rulebook/topics'
import {
  cardTypes,
  channels,
  papers,
  reasonsToLook,
  receiptNames,
  storeKinds,
} from '@/lib/domain/coded-values'
import { readerFields, readerSeparators } from '@/lib/domain/identity-reader'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { roles } from '@/lib/domain/permissions'
import { nameIn } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'
import type { Span, StoreHours } from '@/lib/stores/hours'
import type { NamedWords } from './audit-words'

/**
 * A value of an entry in words, in several lines where it is a list; null where there is none.
 * Values that this version no longer knows are written plainly, never as JSON.
 */
export function valueText(
  { value: kind }: Pick<Field, 'value'>,
  value: unknown,
  said: NamedWords,
): string | null {
  const { t, words } = said
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  const list = Array.isArray(value) ? value.map(String) : []
  const joined = (parts: readonly string[]) =>
    parts.length ? parts.join(words('enumerationComma')) : t('audit.value.empty')
  switch (kind) {
    case 'yesNo':
      return t(value ? 'audit.value.yes' : 'audit.value.no')
    case 'onOff':
      return t(value ? 'audit.value.on' : 'audit.value.off')
    case 'moment':
      return Number.isNaN(Date.parse(text)) ? text : staffDates.moment(text)
    case 'region':
      return said.regionName(text)
    case 'regions':
      return said.names.regions.length > 0 && list.length === said.names.regions.length
        ? t('audit.value.everyRegion')
        : joined(list.map(said.regionName))
    case 'carrier':
      return said.carrierName(text)
    case 'carriers':
      return list.length ? joined(list.map(said.carrierName)) : t('audit.value.everyCarrier')
    case 'storeKind':
      return oneOf(storeKinds, text, (one) => t(`settings.store.kinds.${one}`))
    case 'store':
      return said.storeName(text)
    case 'stores':
      return joined(text.split(', ').map(said.storeName))
    case 'readerParts':
      return joined(
        list.map((part) => oneOf(readerFields, part, (one) => t(`settings.store.part.${one}`))),
      )
    case 'separator':
      return oneOf(Object.keys(readerSeparators) as 'tab'[], text, (one) =>
        t(`settings.store.separator.${one}`),
      )
    case 'paper':
      return oneOf(papers, text, (one) => words(`paper.${one}`))
    case 'receiptName':
      return oneOf(receiptNames, text, (one) => t(`settings.store.receiptNames.${one}`))
    case 'hours':
      return hoursText(value as StoreHours, said)
    case 'role':
      return roleName(text, said)
    case 'roles':
      return list.length ? joined(list.map((role) => roleName(role, said))) : t('audit.value.none')
    case 'rolesHeld':
      return joined(text.split(', ').map((held) => heldText(held, said)))
    case 'materials':
      return list.length
        ? joined(list.map((id) => said.materials[id] ?? id))
        : t('audit.value.none')
    case 'rules':
      return (value as unknown[]).map((rule) => ruleLine(rule, said)).join('\n') || null
    case 'cardType':
      return oneOf(cardTypes, text, (one) => words(`cardType.${one}`))
    case 'channel':
      return oneOf(channels, text, (one) => words(`channel.${one}`))
    case 'grant':
      return oneOf(['role', 'key', 'return'] as const, text, (one) => t(`audit.value.grant.${one}`))
    case 'lookReason':
      return oneOf(reasonsToLook, text, (one) => t(`documents.view.reasons.${one}`))
    case 'recovery':
      return t('audit.value.renewed')
    case 'day':
      return dayText(text, said)
    case 'auditedKind':
      return isAuditedKind(text) ? kindText(text, said) : text
    case 'hidden':
      return null
    case 'text':
    case 'code':
    case 'number':
      return plainText(value, said)
  }
}

/** What a field of an entry is called; a row's field is named with its row. */
export function fieldText(
  { what, before, after }: Pick<AuditRow, 'what' | 'before' | 'after'>,
  field: string,
  { t, locale }: NamedWords,
): string {
  const known = fieldOf(what, field)
  // A calendar's fields are its days: they are called by themselves.
  if (known?.value === 'day') return field
  const [row = '', name = row] = field.split('.', 2)
  const label = known?.label ? t(known.label as 'audit.title') : t('audit.field.unnamed', { name })
  if (name === row) return label
  const { nameZh, nameEn } = contentOf(contentOf(after)[row] ?? contentOf(before)[row])
  const named = nameIn(locale, { nameZh: String(nameZh ?? row), nameEn: String(nameEn ?? row) })
  return t('audit.field.ofRow', { row: named, label })
}

/** The kind of an entry, as the filter calls it. */
export const kindText = (what: string, { t }: Pick<NamedWords, 't'>) =>
  isAuditedKind(what) ? t(`audit.kind.${what.replace('.', '_') as 'store_change'}`) : what

const oneOf = <V extends string>(known: readonly V[], text: string, say: (one: V) => string) =>
  known.includes(text as V) ? say(text as V) : text

const roleName = (role: string, { words }: NamedWords) =>
  oneOf(roles, role, (one) => words(`role.${one}`))

/** `reviewer demo`: a role, and the store where it is held. */
function heldText(held: string, said: NamedWords) {
  const [role = '', store] = held.split(' ', 2)
  return roleText(roleName(role, said), store && said.storeName(store))
}

/** `work 补班` or `off 国庆节`, as a calendar's days are kept. */
function dayText(text: string, { t }: NamedWords) {
  const [kind = '', ...name] = text.split(' ')
  const said = kind === 'work' || kind === 'off' ? t(`calendar.day.${kind}`) : kind
  return [said, ...name].filter(Boolean).join(' ')
}

function hoursText({ week, exceptions = [] }: StoreHours, { locale, words }: NamedWords) {
  const spanText = (span: Span | null) =>
    span ? `${span.from}–${span.to}` : words('openingHours.closed')
  return [
    ...(week ? [weekText({ week }, locale, words)] : []),
    ...exceptions.map(({ from, to, hours }) =>
      [from === to ? from : `${from}–${to}`, spanText(hours)].join(' '),
    ),
  ].join('\n')
}

function ruleLine(rule: unknown, said: NamedWords): string {
  const { t, words, ruleWords } = said
  const { data } = ruleSchema.safeParse(rule)
  const { topic } = contentOf(rule)
  const title =
    typeof topic === 'string' && isTopic(topic) ? words(`ruleTopic.${topic}`) : String(topic ?? '')
  if (!data) return title
  const known = data as CarrierRule
  const where = narrowingText(known, ruleWords) || t('rules.everywhere')
  const checked = known.checkedOn
    ? t('rules.checked', { day: known.checkedOn })
    : t('rules.neverChecked')
  const source = [known.source, t(`rules.sureness.${known.sureness}`), checked].join(' · ')
  const text = `${title} (${where})${words('colon')}${ruleText(known, ruleWords)}`
  return `${text}${words('inBrackets', { text: source })}`
}

/** Any value without signs of a program: lists and parts in words, ids left out. */
function plainText(value: unknown, said: NamedWords): string {
  const { t, words } = said
  if (value === null || value === undefined) return t('audit.value.none')
  if (typeof value === 'boolean') return t(value ? 'audit.value.yes' : 'audit.value.no')
  if (Array.isArray(value))
    return value.map((one) => plainText(one, said)).join(words('enumerationComma'))
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([name, one]) => `${name}${words('colon')}${plainText(one, said)}`)
      .join(words('semicolon'))
  const text = String(value)
  return isUuid(text) ? t('audit.value.unnamed') : text
}
