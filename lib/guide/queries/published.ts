import type { CardType, Channel } from '@/lib/domain/coded-values'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { type AnyTransaction, type SqlDatabase, runIn, sqlDatabase } from '@/lib/db/sql'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { narrowest } from '../resolve'
import { type GuideContent, guideContent } from '../schemas'

export type PublishedRevision = {
  id: string
  number: number
  publishedAt: Date
  content: GuideContent
}

// A published revision is immutable (enforced by the database), so it can be cached for ever.
const read = new Map<string, PublishedRevision>()

/**
 * A revision by its id; throws when there is none. Inside a transaction pass `tx`: a second
 * connection per transaction can deadlock the pool.
 */
export async function publishedRevision(
  id: string,
  tx: AnyTransaction = sqlDatabase(),
): Promise<PublishedRevision> {
  const known = read.get(id)
  if (known) return known
  const [row] = await runIn(tx, (builder) =>
    builder
      .selectFrom('revision')
      .select(['id', 'number', 'published_at as publishedAt', 'content'])
      .where('id', '=', id),
  )
  if (!row) throw new Error(`there is no revision ${id}`)
  const revision = { ...row, content: guideContent.parse(row.content) }
  read.set(id, revision)
  return revision
}

/**
 * The revision that a request on this path starts with now: the newest of the narrowest guide. Null
 * without a guide.
 */
export async function guideFor(
  cardType: CardType,
  channel: Channel,
  carrier: string,
  region: string,
  tx: AnyTransaction = sqlDatabase(),
): Promise<PublishedRevision | null> {
  const guides = await guidesOfPath({ cardType, channel, carrier }, tx)
  const chosen = narrowest(guides, carrier, region)
  return chosen && publishedRevision(chosen.newest, tx)
}

const guidesOfPath = compiledStatement<{ cardType: string; channel: string; carrier: string }>()(
  (builder, value) =>
    guidesInUse(builder)
      .where('guide.card_type', '=', value('cardType'))
      .where('guide.channel', '=', value('channel'))
      .where((where) =>
        where.or([
          where('guide.carrier', 'is', null),
          where('guide.carrier', '=', value('carrier')),
        ]),
      ),
)

const guidesInUse = (builder: SqlDatabase) =>
  builder
    .selectFrom('guide')
    .innerJoinLateral(
      (revisions) =>
        revisions
          .selectFrom('revision')
          .select('revision.id')
          .whereRef('revision.guide_id', '=', 'guide.id')
          .orderBy('revision.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['guide.carrier', 'guide.region', 'newest.id as newest'])
    .where('guide.retired_at', 'is', null)

/** The general guide of this path, as the public pages show it. */
export const generalGuide = (cardType: CardType, channel: Channel, tx?: AnyTransaction) =>
  guideFor(cardType, channel, '', '', tx)

/** The step titles of the current guides for staff, by id. */
export async function stepNames(locale: Locale): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await newestRevisions()).flatMap(({ content }) =>
      content.steps.map(({ id, staff }) => [id, inLocale(locale, staff.title)]),
    ),
  )
}

/**
 * The titles of waivable materials, i.e. those that prove nothing, by id, over the current guides.
 */
export async function materialNames(locale: Locale): Promise<Record<string, string>> {
  const materials = (await newestRevisions()).flatMap(({ content }) => content.materials)
  return Object.fromEntries(
    materials
      .filter(({ proves, notNoted }) => !proves && !notNoted)
      .map(({ id, title }) => [id, inLocale(locale, title)]),
  )
}

async function newestRevisions(): Promise<PublishedRevision[]> {
  const guides = await guidesInUse(sqlDatabase()).execute()
  return Promise.all(guides.map(({ newest }) => publishedRevision(newest)))
}
