import { database } from '@/lib/db/client'
import { type AnyTransaction, runIn, sqlDatabase } from '@/lib/db/sql'
import { type HashedEntry, entryHash, noLink } from './entry-hash'

/** The audit's last link: the number of chained entries, and the last hash (hex). */
export type AuditHead = { sequence: number; hash: string }

/** A fault in the audit. `earlier`: among the entries from before chaining. */
export type AuditFault = { kind: 'changed' | 'missing' | 'earlier' | 'head'; sequence: number }

type Row = Omit<HashedEntry, 'at'> & { at: Date; hash: Uint8Array | null }
const batch = 1000

const hashed = ({ hash: _, at, ...entry }: Row): HashedEntry => ({ ...entry, at: at.toISOString() })

/** The hash of all entries from before chaining, in id order. */
export async function hashOfEarlier(tx: AnyTransaction): Promise<Uint8Array<ArrayBuffer>> {
  let link = noLink()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows: Row[] = await runIn(tx, (builder) =>
      builder
        .selectFrom('audit_entry')
        .select(['id', 'sequence', 'at', 'actor_id as actorId', 'what', 'subject'])
        .select(['before', 'after', 'hash'])
        .where('sequence', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(batch),
    )
    for (const row of rows) link = entryHash(link, hashed(row))
    const last = rows.at(-1)
    if (!last || rows.length < batch) return link
    after = last.id
  }
}

/** The audit's current last link. */
export async function auditHead(): Promise<AuditHead> {
  const row = await sqlDatabase()
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { sequence: row?.sequence ?? 0, hash: Buffer.from(row?.hash ?? noLink()).toString('hex') }
}

/**
 * Verifies the whole audit: no entry is missing, each contains the hash of its predecessor and of
 * itself, and the recorded heads still match.
 */
export async function verifiedAudit(
  heads: readonly AuditHead[],
): Promise<{ entries: number; faults: AuditFault[] }> {
  const faults: AuditFault[] = []
  const wanted = new Map(heads.map(({ sequence, hash }) => [sequence, hash]))
  let link = await hashOfEarlier(sqlDatabase())
  let [sequence, entries] = [0, 0]
  for (;;) {
    const rows = await database().auditEntry.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: batch,
    })
    for (const { hash, ...entry } of rows) {
      const place = entry.sequence ?? 0
      if (place !== sequence + 1) faults.push({ kind: 'missing', sequence: sequence + 1 })
      else if (!Buffer.from(hash ?? []).equals(entryHash(link, hashed({ ...entry, hash })))) {
        faults.push({ kind: place === 1 ? 'earlier' : 'changed', sequence: place })
      }
      sequence = place
      link = new Uint8Array(hash ?? noLink())
      if (wanted.get(sequence) === Buffer.from(link).toString('hex')) wanted.delete(sequence)
      entries += 1
    }
    if (rows.length < batch) break
  }
  wanted.delete(0)
  for (const place of wanted.keys()) faults.push({ kind: 'head', sequence: place })
  return { entries, faults }
}
