import { rulebooks } from '@/lib/carriers/rulebook/queries'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { Prisma, database } from '@/lib/db/client'
import { draftSchema, sections } from '@/lib/guide/draft'
import { type LiveGuide, liveGuides } from '@/lib/guide/queries/live-guides'
import { publishedRevision } from '@/lib/guide/queries/published'
import type { NoticeKind } from '@/lib/notices/kinds'
import { noticeTexts } from '@/lib/notices/queries'
import { likePattern } from './hit'
import { guideColumns } from '@/lib/guide/queries/columns'

// What is searched is as large as the desk's settings, and never grows with its requests.

export type Both = { zh: string; en: string }
type Named = { code: string; nameZh: string; nameEn: string }
export type GuideAt = Omit<LiveGuide, 'revision' | 'publishedAt'>

/** A row of a guide that holds what was looked for; `row` is its anchor, null for the whole. */
export type GuideText = {
  guide: GuideAt
  row: { section: string; id: string } | null
  title: Both | null
  texts: Both[]
  draft: boolean
}

const most = 8

/** Whether either language holds the words. */
const holds = (words: string) => {
  const sought = words.toLowerCase()
  return (text: Both) => [text.zh, text.en].some((side) => side.toLowerCase().includes(sought))
}

/** The rows of guides, live ones and drafts, in whose texts these words stand; at most `limit`. */
export async function guideTexts(words: string, limit = 3 * most): Promise<GuideText[]> {
  const [live, drafts] = await Promise.all([
    liveGuides(),
    database().$queryRaw<(GuideAt & { content: unknown })[]>`
      select g.id, g.card_type as "cardType", g.channel, g.carrier, g.region, d.content
      from guide_draft d join guide g on g.id = d.guide_id
      where d.content::text ilike ${likePattern(words)} order by d.updated_at desc limit ${most}`,
  ])
  const found: GuideText[] = []
  for (const { revision, publishedAt: _, ...guide } of live) {
    if (found.length >= limit) break
    found.push(...rowsWith(words, guide, (await publishedRevision(revision)).content, false))
  }
  for (const { content, ...guide } of drafts) {
    const { data } = draftSchema.safeParse(content)
    const known = new Set(found.map(keyOf))
    if (data)
      found.push(...rowsWith(words, guide, data, true).filter((row) => !known.has(keyOf(row))))
  }
  return found.slice(0, limit)
}

const keyOf = ({ guide, row }: GuideText) => `${guide.id} ${row?.section} ${row?.id}`

type Row = { id: string; title: Both; text: Both; staff?: { title: Both; text: Both } }
type Content = { intro: Both } & Record<(typeof sections)[number], readonly Row[]>

function rowsWith(words: string, guide: GuideAt, content: Content, draft: boolean): GuideText[] {
  const isFound = holds(words)
  const rows = sections.flatMap((section) =>
    content[section].map(({ id, title, text, staff }) => ({
      row: { section, id },
      title,
      texts: [title, text, ...(staff ? [staff.title, staff.text] : [])].filter(isFound),
    })),
  )
  return [{ row: null, title: null, texts: [content.intro].filter(isFound) }, ...rows]
    .filter(({ texts }) => texts.length > 0)
    .map((row) => ({ ...row, guide, draft }))
}

/** Every guide, to be found by what it is called. */
export const guidesByName = async () =>
  (await database().guide.findMany({ select: guideColumns, take: 5000 })) as GuideAt[]

/** Carriers in whose names, addresses or obligations the words stand. */
export async function carriersFound(words: string): Promise<(Named & { texts: Both[] })[]> {
  const rows = await database().carrier.findMany({
    orderBy: { position: 'asc' },
    include: { obligations: { orderBy: { position: 'asc' } } },
    take: 500,
  })
  const isFound = holds(words)
  return rows.flatMap(({ code, nameZh, nameEn, website, hotline, obligations }) => {
    const texts = [
      { zh: nameZh, en: nameEn },
      { zh: code, en: code },
      { zh: hotline, en: hotline },
      { zh: website, en: website },
      ...obligations.flatMap((one) => [
        { zh: one.nameZh, en: one.nameEn },
        { zh: one.helpZh, en: one.helpEn },
      ]),
    ].filter(isFound)
    return texts.length ? [{ code, nameZh, nameEn, texts }] : []
  })
}

/** Regions whose name or code holds the words. */
export async function regionsFound(words: string): Promise<Named[]> {
  return database().$queryRaw<Named[]>`
    select code, name_zh as "nameZh", name_en as "nameEn" from region
    where name_zh ilike ${likePattern(words)} or name_en ilike ${likePattern(words)}
      or code ilike ${likePattern(words)}
    order by code limit ${most}`
}

export type StoreFound = Named & { addressZh: string; addressEn: string; phone: string }

/** Stores whose name, code, address or phone holds the words. */
export const storesFound = (words: string) => {
  const pattern = likePattern(words)
  return database().$queryRaw<StoreFound[]>`
    select code, name_zh as "nameZh", name_en as "nameEn", address_zh as "addressZh",
      address_en as "addressEn", phone from store
    where ${anyLike(['code', 'name_zh', 'name_en', 'address_zh', 'address_en', 'phone'], pattern)}
    order by code limit ${most}`
}

/** People's accounts whose name or address holds the words. */
export const accountsFound = (words: string) =>
  database().$queryRaw<{ id: string; name: string; email: string }[]>`
    select id, name, email from account
    where kind = 'person' and ${anyLike(['name', 'email'], likePattern(words))}
    order by email limit ${most}`

/** API keys whose name or beginning holds the words. */
export const keysFound = (words: string) =>
  database().$queryRaw<{ id: string; name: string; beginning: string }[]>`
    select a.id, a.name, k.beginning from api_key k join account a on a.id = k.account_id
    where ${anyLike(['a.name', 'k.beginning'], likePattern(words))}
    order by k.created_at desc limit ${most}`

// The columns are this file's own; what was typed is a parameter.
const anyLike = (columns: readonly string[], pattern: string) =>
  Prisma.join(
    columns.map((column) => Prisma.sql`${Prisma.raw(column)} ilike ${pattern}`),
    ' or ',
    '(',
    ')',
  )

/** Notification templates in whose texts the words stand. */
export async function noticesFound(words: string): Promise<{ kind: NoticeKind; texts: Both[] }[]> {
  const isFound = holds(words)
  return (await noticeTexts()).map(({ kind, text }) => ({
    kind,
    texts: [text.subject, text.text].filter(isFound),
  }))
}

/** Every rule with its carrier, to be found by what it says in words. */
export const rulesToSearch = async (): Promise<{ carrier: string; rule: CarrierRule }[]> =>
  [...(await rulebooks())].flatMap(([carrier, rules]) => rules.map((rule) => ({ carrier, rule })))
