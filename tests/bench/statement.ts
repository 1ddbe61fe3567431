/** As PostgreSQL's log has it: each value as PostgreSQL's own text of it. */
export type Statement = { text: string; values: (string | null)[] }

const controlsTransaction = /^\s*(begin|start transaction|commit|rollback)\b/i

/** Whether it begins or ends a transaction, and so asks for nothing. */
export const isControl = ({ text }: Statement) => controlsTransaction.test(text)

const entry = /^(\S+) (LOG|DETAIL): {2}(?:(?:statement|execute [^:]*): |Parameters: )([\s\S]*)$/

/** The statements of a role in a part of the log, in their order. */
export function statementsIn(written: string, role: string): Statement[] {
  const statements: Statement[] = []
  // An entry that continues on another line continues after a tab.
  for (const line of written.split(/\n(?!\t)/)) {
    const [, user, kind, rest = ''] = entry.exec(line) ?? []
    if (user !== role) continue
    const said = rest.replaceAll('\n\t', '\n')
    const last = statements.at(-1)
    if (kind === 'LOG') statements.push({ text: said, values: [] })
    else if (last) last.values = valuesIn(said)
  }
  return statements
}

/** `$1 = 'it''s', $2 = NULL` */
const valuesIn = (parameters: string) =>
  [...parameters.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')(?:, |$)/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  )
