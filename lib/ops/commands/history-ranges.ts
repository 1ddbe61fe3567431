// npm run history:ranges: partitions the history by request, and archives old partitions.
import { addDays, dayOf, isDay } from '@/lib/domain/days'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { withClient } from '../database/roles'
import { archiveRanges } from '../history/archive'
import { beginRange } from '../history/begin'
import { dayOfBound } from '../history/days'
import { type HistoryRange, rangesOf } from '../history/ranges'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run history:ranges
npm run history:ranges -- --begin <day>
npm run history:ranges -- --archive-before <day>

Lists the partitions of the requests' history, by the days on which the requests were opened.
--begin: from that day on (tomorrow or later) events of new requests go into a new partition.
--archive-before: partitions that end by that day are moved to the archive, where they are read,
verified and backed up as before. The desk may keep running; no row is rewritten.
Exit codes: 0 done, 1 not done, 2 usage error.`

const number = new Intl.NumberFormat('en')

const line = ({ from, to, archived, events, bytes, table }: HistoryRange) =>
  `${(from ? dayOfBound(from) : 'the first').padEnd(10)} to before ` +
  `${(to ? dayOfBound(to) : '…').padEnd(10)} ${archived ? 'archived' : '        '} ` +
  `${number.format(events).padStart(14)} events ` +
  `${number.format(Math.round(bytes / 2 ** 20)).padStart(9)} MB  ${table}`

await runCommand(
  help,
  { begin: { type: 'string' }, 'archive-before': { type: 'string' } },
  async ({ begin, 'archive-before': before }) => {
    for (const day of [begin, before])
      if (day !== undefined && !isDay(day))
        throw new NotUnderstood('A day is written like 2027-01-01.')
    const today = dayOf(new Date())
    if (begin && begin <= today)
      throw new Problem(
        `There are requests of that day already: name ${addDays(today, 1)} or later.`,
      )
    if (before && before > today)
      throw new Problem(`That day is still to come: name ${today} or before.`)
    const ranges = await withDeskDatabase(async (urls) => {
      if (begin) console.error(`• A range begins with ${begin}: ${await beginRange(urls, begin)}`)
      if (before) {
        const moved = await archiveRanges(urls.owner, before)
        for (const { table } of moved) console.error(`• Archived: ${table}`)
        if (moved.length === 0) console.error('• There was nothing to archive.')
      }
      return withClient(urls.owner, rangesOf)
    })
    console.log(
      ranges.length
        ? ranges.map(line).join('\n')
        : 'The history stands in one table: --begin <day> begins a range.',
    )
    return 0
  },
)
