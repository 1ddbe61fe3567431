import type { AuditedKind } from './kinds'

/** How a value of the audit is said in words. */
export type ValueKind =
  | 'text'
  | 'code'
  | 'number'
  | 'yesNo'
  | 'onOff'
  | 'moment'
  | 'region'
  | 'regions'
  | 'carrier'
  | 'carriers'
  | 'storeKind'
  | 'store'
  | 'stores'
  | 'readerParts'
  | 'separator'
  | 'paper'
  | 'receiptName'
  | 'hours'
  | 'role'
  | 'roles'
  | 'rolesHeld'
  | 'materials'
  | 'rules'
  | 'cardType'
  | 'channel'
  | 'grant'
  | 'lookReason'
  | 'recovery'
  | 'day'
  | 'auditedKind'
  | 'hidden'

/** What a field is called (a key of the catalogue), and how its values are said. */
export type Field = { label: string; value: ValueKind }
type Fields = Readonly<Record<string, Field>>

const field = (label: string, value: ValueKind = 'text'): Field => ({ label, value })
const of = (form: string) => (name: string, value?: ValueKind) =>
  field(`settings.${form}.${name}`, value)
const store = of('store')
const carrier = of('carrier')
const account = of('account')
const key = of('key')
const own = (name: string, value?: ValueKind) => field(`audit.field.${name}`, value)

const storeFields: Fields = {
  code: store('code', 'code'),
  nameZh: store('nameZh'),
  nameEn: store('nameEn'),
  addressZh: store('addressZh'),
  addressEn: store('addressEn'),
  phone: store('phone'),
  region: store('region', 'region'),
  servesRegions: store('servesRegions', 'regions'),
  kind: store('kind', 'storeKind'),
  carriers: store('carriers', 'carriers'),
  fourEyes: store('fourEyes', 'onOff'),
  lapseDays: store('lapseDays', 'number'),
  uncollectedDays: store('uncollectedDays', 'number'),
  closed: store('closed', 'yesNo'),
  carrier: store('carrier', 'carrier'),
  readerFields: store('reader', 'readerParts'),
  readerSeparator: store('readerSeparator', 'separator'),
  paper: store('paper', 'paper'),
  receiptName: store('receiptName', 'receiptName'),
  hours: store('hours', 'hours'),
}

const accountFields: Fields = {
  email: account('email', 'code'),
  name: account('name'),
  disabled: account('disabled', 'yesNo'),
  roles: account('roles', 'rolesHeld'),
}

const grantFields: Fields = {
  kind: own('grant', 'grant'),
  role: account('role', 'role'),
  store: account('store', 'store'),
  beginning: own('beginning', 'code'),
  fullNumber: key('fullNumberTick', 'yesNo'),
}

const linkFields: Fields = { expiresAt: own('until', 'moment') }

const looked: Fields = {
  reason: own('reason', 'lookReason'),
  document: { label: '', value: 'hidden' },
}

/** The fields of each kind of entry, by name. */
export const auditedFields: Readonly<Record<AuditedKind, Fields>> = {
  'store.create': storeFields,
  'store.change': storeFields,
  'store.delete': storeFields,
  'carrier.change': {
    code: carrier('code', 'code'),
    nameZh: carrier('nameZh'),
    nameEn: carrier('nameEn'),
    website: carrier('website', 'code'),
    hotline: carrier('hotline'),
    frozenDays: carrier('frozenDays', 'number'),
    factDays: carrier('factDays', 'number'),
    reviewDays: carrier('reviewDays', 'number'),
    closeDays: carrier('closeDays', 'number'),
    waivable: carrier('waivable', 'materials'),
  },
  'carrier.offers': {},
  'carrier.rules': { rules: own('rules', 'rules') },
  'carrier.obligations': {
    nameZh: field('settings.obligation.nameZh'),
    nameEn: field('settings.obligation.nameEn'),
    helpZh: field('settings.obligation.helpZh'),
    helpEn: field('settings.obligation.helpEn'),
    money: own('money', 'yesNo'),
  },
  'rulebook.change': { staleAfterDays: own('staleAfterDays', 'number') },
  'account.create': accountFields,
  'account.roles': accountFields,
  'account.disable': accountFields,
  'account.password': {},
  'account.invite': linkFields,
  'account.link': linkFields,
  'account.link_withdraw': {},
  'account.sessions': { devices: own('devices', 'number') },
  'account.factor': {
    codes: own('codes', 'onOff'),
    recovery: own('recovery', 'recovery'),
    reset: own('reset', 'yesNo'),
  },
  'account.passkey': { name: own('passkey') },
  'security.change': {
    rolesWithFactor: field('settings.security.roles', 'roles'),
    idleMinutes: field('settings.security.idleMinutes', 'number'),
  },
  'calendar.change': { published: own('published', 'yesNo') },
  'guide.publish': { revision: own('revision', 'number'), note: own('note') },
  'guide.plan': { at: own('at', 'moment'), note: own('note') },
  'guide.picture': {
    width: own('width', 'number'),
    height: own('height', 'number'),
    bytes: own('bytes', 'number'),
  },
  'guide.narrow': {
    cardType: own('cardType', 'cardType'),
    channel: own('channel', 'channel'),
    carrier: own('carrier', 'carrier'),
    region: own('region', 'region'),
  },
  'guide.discard': { version: own('version', 'number') },
  'guide.restore_draft': { earlier: own('version', 'number') },
  'guide.share': { until: own('until', 'moment') },
  'guide.retire': { retired: own('retired', 'yesNo') },
  'notice.text': {
    subject_zh: own('subject_zh'),
    subject_en: own('subject_en'),
    text_zh: own('text_zh'),
    text_en: own('text_en'),
  },
  'retention.change': {
    on: field('settings.retention.on', 'onOff'),
    photoDays: field('settings.retention.photoDays', 'number'),
    identifierDays: field('settings.retention.identifierDays', 'number'),
  },
  'document.view': looked,
  'identifiers.view': looked,
  'data.copy': { reason: own('reason', 'lookReason'), requests: own('requests', 'number') },
  'api_key.create': {
    beginning: own('beginning', 'code'),
    role: key('role', 'role'),
    stores: key('stores', 'stores'),
    fullNumber: key('fullNumberTick', 'yesNo'),
    reason: key('reason'),
    expiresAt: key('expires', 'moment'),
  },
  'api_key.revoke': { beginning: own('beginning', 'code'), revoked: own('revoked', 'yesNo') },
  'access.ask': grantFields,
  'access.approve': grantFields,
  'access.refuse': grantFields,
  'audit.begin': {},
  'audit.export': {
    format: own('format'),
    by: own('by'),
    q: own('q'),
    what: own('what', 'auditedKind'),
    from: own('from'),
    to: own('to'),
  },
}

/** A field of an entry; null for one that this version has no name for. */
export function fieldOf(what: string, name: string): Field | null {
  // A calendar's fields are its days.
  if (what === 'calendar.change' && /^\d{4}-\d\d-\d\d$/.test(name))
    return { label: '', value: 'day' }
  const fields = Object.hasOwn(auditedFields, what) ? auditedFields[what as AuditedKind] : {}
  const last = name.slice(name.indexOf('.') + 1)
  return Object.hasOwn(fields, last) ? (fields[last] ?? null) : null
}

/** Where a field stands among those of its kind of entry; the ones without a name come last. */
export function rankOf(what: string, name: string): number {
  const fields = Object.hasOwn(auditedFields, what) ? auditedFields[what as AuditedKind] : {}
  const rank = Object.keys(fields).indexOf(name.slice(name.indexOf('.') + 1))
  return rank === -1 ? Object.keys(fields).length : rank
}
