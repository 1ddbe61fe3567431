import { type MembershipOf, type Permission, may } from '@/lib/domain/permissions'

/** What a page is called: a key of `shell.nav`. */
type Name =
  | 'requests'
  | 'new'
  | 'transfer'
  | 'paper'
  | 'day'
  | 'outbox'
  | 'questions'
  | 'overview'
  | 'reports'
  | 'customerGuide'
  | 'guides'
  | 'carriers'
  | 'notices'
  | 'calendar'
  | 'stores'
  | 'accounts'
  | 'keys'
  | 'security'
  | 'retention'
  | 'audit'

/** A page that the navigation leads to; `letter` goes there after G. */
type Place = {
  name: Name
  href: string
  permission: Permission
  letter?: string
  /** Among those that the bar of a wide screen shows, as many as it has room for. */
  everyday?: true
}

const groups: Record<'work' | 'rules' | 'people', readonly Place[]> = {
  work: [
    {
      everyday: true,
      name: 'requests',
      href: '/requests',
      permission: 'request.read',
      letter: 'l',
    },
    { everyday: true, name: 'new', href: '/requests/new', permission: 'request.open', letter: 'n' },
    { everyday: true, name: 'day', href: '/day', permission: 'store.custody', letter: 'd' },
    {
      everyday: true,
      name: 'questions',
      href: '/questions',
      permission: 'request.read',
      letter: 'q',
    },
    { name: 'transfer', href: '/requests/transfer', permission: 'request.open', letter: 't' },
    { name: 'paper', href: '/requests/import', permission: 'request.open' },
    { name: 'outbox', href: '/outbox', permission: 'request.read', letter: 'o' },
    {
      everyday: true,
      name: 'overview',
      href: '/overview',
      permission: 'settings.edit',
      letter: 'h',
    },
    { everyday: true, name: 'reports', href: '/reports', permission: 'report.read', letter: 'r' },
    { name: 'customerGuide', href: '/guide', permission: 'account.use' },
  ],
  rules: [
    { everyday: true, name: 'guides', href: '/guides', permission: 'guide.edit', letter: 'g' },
    { everyday: true, name: 'carriers', href: '/carriers', permission: 'settings.edit' },
    { name: 'notices', href: '/notices', permission: 'settings.edit' },
    { name: 'calendar', href: '/calendar', permission: 'calendar.edit' },
  ],
  people: [
    { name: 'stores', href: '/stores', permission: 'settings.edit' },
    { everyday: true, name: 'accounts', href: '/accounts', permission: 'settings.edit' },
    { name: 'keys', href: '/keys', permission: 'settings.edit' },
    { name: 'security', href: '/security', permission: 'settings.edit' },
    { name: 'retention', href: '/retention', permission: 'settings.edit' },
    { name: 'audit', href: '/audit', permission: 'audit.read' },
  ],
}

/** The pages that these memberships may open, by group, the most used first; no group is empty. */
export const placesFor = (memberships: readonly MembershipOf[]) =>
  (Object.keys(groups) as (keyof typeof groups)[])
    .map((name) => ({
      name,
      places: groups[name].filter(({ permission }) => may(memberships, permission)),
    }))
    .filter(({ places }) => places.length > 0)

/**
 * Where one begins: at the requests, whoever works on them; at what waits for an administrator; at
 * one's own account, whose roles sleep or who has none.
 */
export const firstPage = (memberships: readonly MembershipOf[]) =>
  may(memberships, 'request.read')
    ? '/requests'
    : may(memberships, 'settings.edit')
      ? '/overview'
      : '/account'
