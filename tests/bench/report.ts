// The bench's tables as docs/performance.md, out of what each size has written.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { type FactsInTurns, turns } from './facts-in-turns'
import type { AgainstFloor } from './measures/api'
import type { Bulk } from './measures/bulk'
import { type Clerks, clerks } from './measures/clerks'
import type { AtCounter } from './measures/counter'
import type { Exported } from './measures/export'
import type { GuideBesideFile } from './measures/guide'
import type { Live } from './measures/live'
import type { OtherPage } from './measures/other-pages'
import { alikeAt } from './measures/pages'
import type { Scrolled } from './measures/scrolling'
import { type PagesInTurns, rounds } from './pages-in-turns'

type OfSize = {
  size: number
  filled: { requests: number; events: number; seconds: number }
  api: AgainstFloor[]
  startedIn: number
  memory: number
  rest: { exported: Exported; bulk: Bulk } | null
  counter: AtCounter | null
  scrolling?: Scrolled[]
  atOnce?: Clerks | null
  others?: OtherPage[]
  live: Live | null
  guide: GuideBesideFile | null
}

const whole = new Intl.NumberFormat('en')
const ms = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0))
const commit = () =>
  spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()

/**
 * Writes the report of these sizes, smallest first, out of what the parts of the bench have left in
 * the folder.
 */
export function writeReport(folder: string, sizes: readonly number[], quick: boolean) {
  const left = <T>(name: string) =>
    existsSync(join(folder, `${name}.json`))
      ? (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T)
      : null
  const found = sizes.flatMap((size) => left<OfSize>(String(size)) ?? [])
  const [first, last, turned, facts] = [
    found[0],
    found.at(-1),
    left<PagesInTurns>('pages'),
    quick ? [] : (left<FactsInTurns>('facts') ?? []),
  ]
  if (!first || !last || !turned) return
  const pages = turned.last.map((row) => {
    const before = turned.first.find(({ what }) => what === row.what)
    const alike = row.rows ? alikeAt(row, turned.first) : before
    const empty = turned.empty.find(({ what }) => what === row.what)
    return `| ${row.what} | ${ms(before?.p95)} | ${ms(row.p95)} | ${alike ? (row.p95 / alike.p95).toFixed(2) : '–'} | ${before?.rows ?? '–'} / ${row.rows ?? '–'} | ${row.perSecond.toFixed(0)} | ${empty ? `${((100 * row.perSecond) / empty.perSecond).toFixed(0)} %` : '–'} | ${row.statements ?? '–'} | ${row.scans?.length ? 'yes' : 'none'} |`
  })
  const api = last.api.map((row) => {
    const before = first.api.find(({ what }) => what === row.what)
    return `| ${row.what} | ${row.perSecond.toFixed(0)} | ${row.floor ? row.floor.toFixed(0) : '–'} | ${row.floor ? `${((100 * row.perSecond) / row.floor).toFixed(0)} %` : '–'} | ${ms(row.bare)} | ${before ? `${((100 * row.perSecond) / before.perSecond).toFixed(0)} %` : '–'} | ${row.statements} |`
  })
  const [few, many] = [facts[0], facts.at(-1)]
  const inTurns =
    few && many
      ? `Facts at the smallest and the largest size in turns, the best of ${turns} seconds each: ${ms(few.perSecond)} a second at ${whole.format(few.size)}, ${ms(many.perSecond)} at ${whole.format(many.size)}: ${((100 * many.perSecond) / few.perSecond).toFixed(0)} %.\n\n`
      : ''
  const long = found.flatMap(({ size, rest }) =>
    rest
      ? [
          `| ${whole.format(size)} | ${whole.format(rest.exported.rows)} in ${rest.exported.seconds.toFixed(1)} s | ${((100 * rest.exported.copySeconds) / rest.exported.seconds).toFixed(0)} % | ${ms(rest.exported.grewBy)} MB | ${whole.format(rest.bulk.lines)} in ${rest.bulk.seconds.toFixed(0)} s | ${ms(rest.bulk.longestSilence)} ms | ${(rest.bulk.meanwhile / rest.bulk.idle).toFixed(2)} |`,
        ]
      : [],
  )
  const atCounter = found.flatMap(({ size, counter }) =>
    counter
      ? [
          `| ${whole.format(size)} | ${counter.clicks} | ${ms(counter.shownP95)} ms | ${ms(counter.saidP50)} ms | ${ms(counter.saidP95)} ms |`,
        ]
      : [],
  )
  const scrolled = found.flatMap(({ size, scrolling = [] }) =>
    scrolling.map(
      ({ what, width, high, p95, longest, empty }) =>
        `| ${whole.format(size)} | ${what} | ${width} | ${whole.format(high)} | ${p95.toFixed(1)} ms | ${longest.toFixed(1)} ms | ${empty.toFixed(1)} ms |`,
    ),
  )
  const others = (last.others ?? []).map(
    ({ path, quietest, statements, scans }) =>
      `| \`${path}\` | ${ms(first.others?.find((one) => one.path === path)?.quietest)} | ${ms(quietest)} | ${statements} | ${scans ? 'yes' : 'none'} |`,
  )
  const together = found.flatMap(({ size, atOnce }) =>
    atOnce
      ? [
          `| ${whole.format(size)} | ${ms(atOnce.apart.perSecond)} | ${ms(atOnce.apart.alone)} ms | ${ms(atOnce.apart.p95)} ms | ${(100 * atOnce.apart.waited).toFixed(0)} % | ${whole.format(atOnce.together.accepted)} | ${whole.format(atOnce.together.refused)} | ${atOnce.together.lost} |`,
        ]
      : [],
  )
  const guides = found.flatMap(({ size, guide }) =>
    guide
      ? [
          `| ${whole.format(size)} | ${whole.format(guide.bytes)} | ${ms(guide.guide)} | ${ms(guide.file)} | ${((100 * guide.guide) / guide.file).toFixed(0)} % |`,
        ]
      : [],
  )
  const lines = found.flatMap(({ size, live }) =>
    live
      ? [
          `| ${whole.format(size)} | ${whole.format(live.open)} | ${live.listening} | ${ms(live.slowest)} ms | ${ms(live.kilobytesEach)} kB |`,
        ]
      : [],
  )
  writeFileSync(
    'docs/performance.md',
    `# How fast it is, as \`npm run bench\` measured it

Written by \`npm run bench${quick ? ' -- --quick' : ''}\` on
${new Date().toISOString().slice(0, 10)}, after commit ${commit()}: ${cpus().length} cores
(${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; web
process, embedded PostgreSQL
(fsync on) and the load, over 10 connections, share the cores. What counts are the ratios;
milliseconds are this machine's.${quick ? ' Quick: one page of each kind, 20 answers of it, where a 95th percentile is a matter of one of them.' : ''}

| requests | events | filled in | started, to the first page | memory of the web process after the load |
|---|---|---|---|---|
${found.map(({ size, filled, startedIn, memory }) => `| ${whole.format(size)} | ${whole.format(filled.events)} | ${Math.round(filled.seconds)} s | ${ms(startedIn)} ms | ${ms(memory)} MB |`).join('\n')}

## Pages

Both sizes, and the empty page at the larger, by turns in ${quick ? 1 : rounds} rounds: the 95th
percentile of the quietest, the pace of all of them; the web processes then held
${turned.memory.map(ms).join(' and ')} MB. The viewer of the lists sees all 300 stores. **Of the
empty page**: its pace as a share of a dynamic page of the same app that holds a paragraph and asks
for nothing. **Statements**: as PostgreSQL logged them for one answer, without those that begin or
end a transaction. **Rows**: what they gave or changed at both sizes, as pg_stat_statements counted;
no ratio is printed where they differ by a tenth, or the page’s bytes by a twentieth, since more or
less stands on it then. **Scans**: whether a statement would read a large table from end to end, by
the planner as it is.

| page | p95 ms at ${whole.format(first.size)} | p95 ms at ${whole.format(last.size)} | ratio | rows | a second | of the empty page | statements | scans |
|---|---|---|---|---|---|---|---|---|
${pages.join('\n')}

Every other page, for one reader, the quietest of five:

| page | ms at ${whole.format(first.size)} | ms at ${whole.format(last.size)} | statements | scans |
|---|---|---|---|---|
${others.join('\n')}

The guide's page of a carrier and region beside a file of the same size, from the same server, in
turns:

| requests | bytes (Brotli) | guide, a second | file, a second | share |
|---|---|---|---|---|
${guides.join('\n')}

## API

**Floor**: an empty route handler of the same app that does the same statements, one after the
other, in the same run. **Bare**: a Node server without Next or anything else that does.

| call | a second | floor | share | bare | of the smallest size, minutes before | statements |
|---|---|---|---|---|---|---|
${api.join('\n')}

${inTurns}${clerks} clerks at once note facts through the API, by a key each: each on a request of their own, then all on one, where who saw an old version is refused and
looks again. **Waited**: of the looks at the database, those at which anybody waited for a row that
another held.

| requests | apart, a second | p95 alone | p95 of ${clerks} | waited | on one: accepted | refused | lost |
|---|---|---|---|---|---|---|---|
${together.join('\n')}

## Long work

**Of COPY**: the pace of \`COPY TO STDOUT\` of the same rows through the same formatter, in a
process of its own, before and after the export. **Others**: the 95th percentile of two
readers of a list while the bulk works, against that while nothing does.

| requests | export | of COPY | the process grew by | bulk (claimed or put down through the writer) | longest silence | others |
|---|---|---|---|---|---|---|
${long.join('\n')}

## At the counter

In a real browser (1440 pixels wide), from the click that notes a step to the step shown done, and
to the server having said so.

| requests | clicks | shown done, p95 | said by the server, p50 | p95 |
|---|---|---|---|---|
${atCounter.join('\n')}

Long lists scrolled from end to end, sixty pixels a frame: how far apart frames are, beside an empty
page as high; at 390 pixels with the processor slowed to a quarter.

| requests | list | width | height | p95 | longest | empty, p95 |
|---|---|---|---|---|---|---|
${scrolled.join('\n')}

## Live updates

Lists that are open at one web process, each with its stream; from the call of the API that changes
a request until the last of them has heard of it. Memory: once
what making them has left behind is collected.

| requests | open | connections that listen | heard by all, slowest of five | memory of each |
|---|---|---|---|---|
${lines.join('\n')}
`,
  )
}
