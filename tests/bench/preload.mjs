// Loaded into the bench's web processes before anything else: notes the statements that reach
// PostgreSQL while it is asked to. Only the bench's own copies of the desk load it.
import pg from 'pg'

globalThis.benchStatements = null
const { query } = pg.Client.prototype
pg.Client.prototype.query = function noted(...args) {
  const [config, values] = args
  const text = typeof config === 'string' ? config : config?.text
  const noted =
    globalThis.benchStatements && text
      ? { text, values: config.values ?? (Array.isArray(values) ? values : []), rows: 0 }
      : null
  if (noted) globalThis.benchStatements.push(noted)
  if (!noted) return query.apply(this, args)
  const count = (result) => {
    noted.rows = result?.rowCount ?? 0
  }
  // A pool asks by a callback, a client of its own by a promise.
  const place = args.findIndex((one) => typeof one === 'function')
  const told = args[place]
  if (told)
    args[place] = (error, result) => {
      count(result)
      told(error, result)
    }
  const answer = query.apply(this, args)
  answer?.then?.(count, () => {})
  return answer
}
