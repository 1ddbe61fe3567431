import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { type AnyTransaction, type SqlDatabase, sqlDatabase } from './sql'

/** Where a value goes in a statement that is built before the value is known. */
class Placeholder {
  constructor(readonly name: PropertyKey) {}
}

type Statement<Row> = { compile(): CompiledQuery<Row> }

/**
 * A statement that is built and compiled once in the life of the process and run with new values
 * each time: building the statements of an API read took 6 % of it (docs/adr/0037). For those whose
 * text is always the same; `value('name')` stands where a value will be. Running it gives the rows;
 * within a transaction of either kind, pass that.
 */
export function compiledStatement<Values extends object>() {
  const value = <Name extends keyof Values>(name: Name): RawBuilder<Values[Name]> =>
    sql`${new Placeholder(name)}`
  return <Row>(build: (builder: SqlDatabase, at: typeof value) => Statement<Row>) => {
    let compiled: CompiledQuery<Row> | undefined
    return async (values: Values, tx: AnyTransaction = sqlDatabase()): Promise<Row[]> => {
      compiled ??= build(sqlDatabase(), value).compile()
      const parameters = compiled.parameters.map((parameter) =>
        parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
      )
      if ('executeQuery' in tx) {
        const { rows } = await tx.executeQuery<Row>({ ...compiled, parameters })
        return rows
      }
      return tx.$queryRawUnsafe<Row[]>(compiled.sql, ...parameters)
    }
  }
}
