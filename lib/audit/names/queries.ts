import { carriersAndRegions } from '@/lib/carriers/queries'
import { database } from '@/lib/db/client'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import type { AuditRow } from '../queries'
import { contentOf } from '../sentences'
import { thingOf } from '../things'

type Bilingual = { nameZh: string; nameEn: string }
export type GuideNamed = {
  id: string
  cardType: CardType
  channel: Channel
  carrier: string | null
  region: string | null
}

/** The names behind the codes and ids in entries, as they are now. */
export type AuditNames = {
  stores: ReadonlyMap<string, Bilingual>
  carriers: readonly (Bilingual & { code: string })[]
  regions: readonly (Bilingual & { code: string })[]
  accounts: ReadonlyMap<string, { id: string; name: string }>
  guides: ReadonlyMap<string, GuideNamed>
}

// The audit stands below the guides and knows none of their files.
const guideColumns = {
  id: true,
  cardType: true,
  channel: true,
  carrier: true,
  region: true,
} as const

/** What the things in these entries are called now; what is gone is missing. */
export async function auditNames(rows: readonly AuditRow[]): Promise<AuditNames> {
  const codes = { store: new Set<string>(), account: new Set<string>(), guide: new Set<string>() }
  for (const { what, subject, before, after } of rows) {
    const thing = thingOf(what, subject, after)
    if (thing && thing.type in codes) codes[thing.type as 'store'].add(thing.code)
    for (const side of [contentOf(before), contentOf(after)])
      for (const field of ['roles', 'stores', 'store'])
        for (const word of String(side[field] ?? '').split(/[, ]+/)) codes.store.add(word)
  }
  const [stores, accounts, guides, places] = await Promise.all([
    database().store.findMany({
      where: { code: { in: [...codes.store] } },
      select: { code: true, nameZh: true, nameEn: true },
    }),
    database().account.findMany({
      where: { email: { in: [...codes.account] } },
      select: { id: true, email: true, name: true },
    }),
    database().guide.findMany({
      where: { id: { in: [...codes.guide].filter(isUuid) } },
      select: guideColumns,
    }),
    carriersAndRegions(),
  ])
  return {
    ...places,
    stores: new Map(stores.map(({ code, ...names }) => [code, names])),
    accounts: new Map(accounts.map(({ email, ...named }) => [email, named])),
    guides: new Map((guides as GuideNamed[]).map((guide) => [guide.id, guide])),
  }
}

// A name that more things bear than these is no filter.
const most = 200

/** The codes and ids of the stores, carriers and accounts that are called so, in part. */
export async function subjectsNamed(q: string): Promise<string[]> {
  const contains = { contains: q, mode: 'insensitive' as const }
  const named = { OR: [{ nameZh: contains }, { nameEn: contains }] }
  const [stores, carriers, accounts] = await Promise.all([
    database().store.findMany({ where: named, select: { code: true }, take: most }),
    database().carrier.findMany({ where: named, select: { code: true }, take: most }),
    database().account.findMany({
      where: { name: contains, kind: 'person' },
      select: { email: true },
      take: most,
    }),
  ])
  return [...stores, ...carriers].map(({ code }) => code).concat(accounts.map(({ email }) => email))
}

/** Every guide, so that those whose name in words is asked for can be told. */
export const guidesNamed = async () =>
  (await database().guide.findMany({ select: guideColumns, take: 5000 })) as GuideNamed[]
