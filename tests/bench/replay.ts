import { Pool, type PoolClient } from 'pg'
import { type Statement, isControl } from './statement'

/** Statements under a name, and the request that they were about when they were noted. */
export type Given = {
  name: string
  about: { id: string; reference: string }
  statements: Statement[]
}
type Target = { id: string; reference: string; sequence: number }

/**
 * Does again, over a pool of its own, the statements that something else was noted to do, and
 * nothing beside.
 */
export function replayer(connectionString: string) {
  const pool = new Pool({ connectionString, max: 10 })
  const sets = new Map<string, Statement[]>()
  const targets = new Map<string, Target>()
  let noted: Given['about'] | null = null

  function targetOf(text: string): Target {
    const known = targets.get(text)
    if (known) return known
    const [id = '', reference = '', sequence = ''] = text.split('|')
    const made = { id, reference, sequence: Number(sequence) }
    targets.set(text, made)
    return made
  }

  return {
    take({ name, about, statements }: Given) {
      sets.set(name, statements)
      noted = about
    },
    /**
     * Every statement of a set, one after the other, and how many rows they met; what is written
     * goes to the target's request (`id|reference|sequence`) instead of the noted one's.
     */
    async run(name: string, targetText: string | null): Promise<number> {
      const statements = sets.get(name) ?? []
      const target = targetText === null ? null : targetOf(targetText)
      const client: PoolClient | null = statements.some(isControl) ? await pool.connect() : null
      let rows = 0
      try {
        if (target) target.sequence += 1
        for (const { text, values } of statements) {
          const sequenceAt =
            target && /insert into (?:"public"\.)?"?request_event\b/i.test(text)
              ? columnsIn(text).indexOf('sequence')
              : -1
          const mapped = target
            ? values.map((value, place) =>
                place === sequenceAt
                  ? target.sequence
                  : value === noted?.id
                    ? target.id
                    : value === noted?.reference
                      ? target.reference
                      : value,
              )
            : values
          rows +=
            (await (client ?? pool).query({ text, values: mapped, rowMode: 'array' })).rowCount ?? 0
        }
      } finally {
        client?.release()
      }
      return rows
    },
  }
}

const columnsIn = (insert: string) =>
  (/\(([^)]*)\)\s*values/i.exec(insert)?.[1] ?? '')
    .split(',')
    .map((column) => column.trim().replaceAll('"', ''))
