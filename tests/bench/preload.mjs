// Loaded into the bench's web processes before anything else: notes the statements that reach
// PostgreSQL while it is asked to, and, with BENCH_CONSTANT, gives each read of the database the
// answer that it had the first time.
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

if (process.env.BENCH_CONSTANT) {
  const answers = new Map()
  // Moments differ from call to call and change no answer here.
  const keyOf = (asked) =>
    JSON.stringify(asked, function plain(name, value) {
      return this[name] instanceof Date
        ? 'moment'
        : typeof value === 'bigint'
          ? String(value)
          : value
    })
  const once = (key, ask) => {
    if (!answers.has(key)) answers.set(key, ask())
    return answers.get(key)
  }
  const whenSet = (name, flattened) => {
    let kept
    Object.defineProperty(globalThis, name, {
      get: () => kept,
      set: (made) => {
        kept = flattened(made)
      },
    })
  }
  whenSet('deskDatabase', (client) =>
    client.$extends({
      query: {
        $allOperations: async ({ model, operation, args, query }) =>
          once(keyOf([model, operation, args]), () => query(args)),
      },
    }),
  )
  whenSet('deskPool', (pool) => {
    const query = pool.query.bind(pool)
    pool.query = (asked) =>
      once(keyOf([asked.text, asked.values, asked.rowMode]), () => query(asked))
    return pool
  })
}
