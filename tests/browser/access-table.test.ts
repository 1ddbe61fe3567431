// Every page, address and action of the build, tried by everybody with everybody's things, held
// against lib/auth/access-table.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actions } from '@/lib/auth/access-table/actions'
import type { AccessRule, AccessTable } from '@/lib/auth/access-table/access-rule'
import { pages } from '@/lib/auth/access-table/pages'
import { routes } from '@/lib/auth/access-table/routes'
import { allowedRequests } from '@/lib/ops/web/allowed-requests.mjs'
import { expect, test } from './counter'
import { built, doorsInSources } from './access-table/built'
import { type Knock, addressOf, callAction, knock, saidBy } from './access-table/call'
import type { Answer } from './access-table/http'
import {
  type Knocker,
  type Place,
  isAboutAThing,
  isTried,
  knockers,
  lets,
  places,
} from './access-table/expected'
import { fieldsFor, requestFor } from './access-table/samples'
import { signInAt } from './access-table/sign-in'
import { type Setting, nothing } from './access-table/thing'

const password = 'a password at the doors'
const table: Record<'pages' | 'routes' | 'actions', AccessTable> = { pages, routes, actions }

/** Doors without a row, and rows without a door. */
const differences = (root: string) => {
  const found = doorsInSources(root)
  return (['pages', 'routes', 'actions'] as const).flatMap((kind) => [
    ...found[kind].filter((door) => !(door in table[kind])).map((door) => `no row for ${door}`),
    ...Object.keys(table[kind])
      .filter((door) => !found[kind].includes(door))
      .map((door) => `no door for ${door}`),
  ])
}

test('every route and action of the build has a row; a missing row is reported by name', () => {
  const found = doorsInSources('.')
  const { pages: builtPages, routes: builtRoutes, actions: builtActions } = built()
  // What the sources say is what is served.
  expect([...found.pages].sort()).toEqual([...builtPages].sort())
  expect([...new Set(found.routes.map((route) => route.split(' ')[1]))].sort()).toEqual(
    [...builtRoutes].sort(),
  )
  expect([...found.actions].sort()).toEqual(builtActions.map(({ name }) => name).sort())
  expect(differences('.')).toEqual([])

  const copy = mkdtempSync(join(tmpdir(), 'desk-doors-'))
  cpSync('app', join(copy, 'app'), { recursive: true })
  mkdirSync(join(copy, 'app/api/put-in-by-a-test'), { recursive: true })
  writeFileSync(
    join(copy, 'app/api/put-in-by-a-test/route.ts'),
    'export const GET = () => new Response(null)\n',
  )
  expect(differences(copy)).toEqual(['no row for GET /api/put-in-by-a-test'])
  rmSync(copy, { recursive: true })
})

test('the front door lets through the routes of the build and nothing else', () => {
  const { pages: builtPages, actions: builtActions } = built()
  const answers = new Map<string, string[]>()
  for (const page of builtPages.filter((path) => path !== '/[...rest]')) {
    const acts = builtActions.some((action) => action.pages.includes(page))
    answers.set(page, ['GET', 'HEAD', ...(acts ? ['POST'] : [])])
  }
  for (const route of doorsInSources('.').routes) {
    const [method = '', path = ''] = route.split(' ')
    answers.set(path, [...(answers.get(path) ?? []), method])
  }
  // The tus server asks how far an upload has come; its route exports HEAD.
  answers.get('/api/uploads/[id]')?.push('HEAD')

  const rows = new Map(allowedRequests.map(({ path, methods }) => [path, Object.keys(methods)]))
  expect(rows.size, 'an address has one row').toBe(allowedRequests.length)
  expect([...rows.keys()].sort()).toEqual([...answers.keys()].sort())
  for (const [path, methods] of rows) {
    // Next answers HEAD wherever it answers GET; the table says where that is wanted.
    const answered = answers.get(path) ?? []
    const asked = methods.filter((method) => method !== 'HEAD' || answered.includes('HEAD'))
    expect(asked.sort(), path).toEqual([...new Set(answered)].sort())
  }
})

const setUp = (): Setting => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/ops/launch.mjs', 'tests/browser/access-table/set-up', password],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATA_DIR: process.env.DESK_FOLDER ?? '',
        DATABASE_URL: '',
        BASE_URL: '',
      },
    },
  )
  const line = stdout.split('\n').find((one) => one.startsWith('{'))
  if (!line) throw new Error(`${stdout}\n${stderr}`)
  return JSON.parse(line) as Setting
}

async function whoKnocks(setting: Setting): Promise<Record<Knocker, Knock>> {
  const person = async (name: string): Promise<Knock> => ({
    cookie: await signInAt(process.env.DESK_ADDRESS ?? '', `${name}@doors.test`, password),
    authorization: '',
  })
  const own = setting.things['doors-a'] ?? nothing
  const nobody = { cookie: '', authorization: '' }
  // A pass is for one request: one for the request at work, one for the one with a receipt.
  const bySlip = [
    knock(`/en/s/${own.reference}/${own.link}`, {}, nobody),
    knock(`/en/s/${own.completed}/${own.completedLink}`, {}, nobody),
  ]
  const lookUp = built().actions.find(({ name }) => name === 'status#lookUp')?.id ?? ''
  const byPhone = [own.reference, own.completed].map((reference) =>
    callAction('/status', lookUp, { reference, secret: own.phoneEnd }, nobody),
  )
  const passOf = async (ways: Promise<Answer>[]): Promise<Knock> => ({
    cookie: (await Promise.all(ways)).flatMap(({ cookies }) => cookies).join('; '),
    authorization: '',
  })
  const [staff, reviewer, assigned, admin] = (await Promise.all(
    ['staff', 'reviewer', 'assigned', 'admin'].map(person),
  )) as [Knock, Knock, Knock, Knock]
  return {
    nobody,
    staff,
    reviewer,
    assigned,
    admin,
    slip: await passOf(bySlip),
    phone: await passOf(byPhone),
    key: { cookie: '', authorization: `Bearer ${setting.key}` },
  }
}

test('each role can enter where the access table says so, and nowhere else', async () => {
  test.setTimeout(240_000)
  const setting = setUp()
  const who = await whoKnocks(setting)
  const wrong: string[] = []
  let tried = 0

  const tryAll = async (
    door: string,
    row: AccessRule,
    open: (who: Knocker, place: Place, turn: number) => Promise<{ in: boolean; said: string }>,
  ) => {
    const cells = (isAboutAThing(row) ? places : (['doors-a'] as const)).flatMap((place) =>
      knockers
        .filter((knocker) => isTried(row, knocker, place))
        .map((knocker) => [place, knocker] as const),
    )
    // Where somebody's act could shut the door for the next, the foreign ones come first.
    cells.sort(
      ([placeA, a], [placeB, b]) => Number(lets(row, a, placeA)) - Number(lets(row, b, placeB)),
    )
    for (const [place, knocker] of cells) {
      tried += 1
      const expected = lets(row, knocker, place)
      const answer = await open(knocker, place, knockers.indexOf(knocker))
      if (answer.in !== expected)
        wrong.push(
          `${door}: ${knocker} of ${place} ${expected ? 'is kept out' : 'gets in'} ` +
            `(${answer.said})`,
        )
    }
  }
  const thingAt = (place: Place) =>
    place === 'nothing' ? nothing : (setting.things[place] ?? nothing)

  const lookedAt = Object.entries(pages as AccessTable).map(([page, row]) =>
    tryAll(page, row, async (knocker, place) => {
      const { status, location } = await knock(
        addressOf(page, thingAt(place), setting),
        { method: 'GET' },
        who[knocker],
      )
      // `[...rest]` is the page of what there is none of.
      const there =
        page === '/[...rest]'
          ? status === 404
          : status === 307
            ? !/\/signin|\/status\?/.test(location)
            : status === 200
      return { in: there, said: `${status} ${location}` }
    }),
  )
  await Promise.all(lookedAt)

  for (const [door, row] of Object.entries(routes as AccessTable)) {
    const [, path = ''] = door.split(' ')
    await tryAll(door, row, async (knocker, place) => {
      const { query, init } = requestFor(door, thingAt(place))
      const { status, location } = await knock(
        `${addressOf(path, thingAt(place), setting)}${query}`,
        init,
        who[knocker],
      )
      // Without a thing that it names, what is not there is no word on who may ask.
      return {
        in:
          ![401, 403, ...(isAboutAThing(row) ? [404] : [])].includes(status) &&
          !/\/signin/.test(location),
        said: String(status),
      }
    })
  }

  // The same addresses, for what the desk itself has begun to send.
  for (const door of ['PATCH /api/uploads/[id]', 'DELETE /api/uploads/[id]']) {
    await tryAll(
      `${door} of the desk`,
      ['request.note', 'request'],
      async (knocker, place, turn) => {
        const { deskUploads, ...thing } = thingAt(place)
        const desk = { ...thing, deskUploads, upload: deskUploads[turn] ?? '' }
        const { query, init } = requestFor(door, desk)
        const path = addressOf(door.split(' ')[1] ?? '', desk, setting)
        const { status } = await knock(`${path}${query}`, init, who[knocker])
        return { in: ![401, 403, 404].includes(status), said: String(status) }
      },
    )
  }

  // Locking one's screen comes last: nothing opens after it.
  const inOrder = Object.entries(actions as AccessTable).sort(
    ([a], [b]) => Number(a.includes('lockScreen')) - Number(b.includes('lockScreen')),
  )
  const called = new Map(built().actions.map((action) => [action.name, action]))
  for (const [door, row] of inOrder) {
    const action = called.get(door)
    const page = action?.pages.find((path) => !path.includes('[')) ?? action?.pages[0] ?? ''
    await tryAll(door, row, async (knocker, place, turn) => {
      const thing = thingAt(place)
      const said = saidBy(
        await callAction(
          addressOf(page, thing, setting),
          action?.id ?? '',
          fieldsFor(door, thing, turn),
          who[knocker],
        ),
      )
      // Behind a customer's pass the writer's own no ("customers do not note this") is no shut
      // door.
      const shut =
        row[0] === 'pass'
          ? ['pass_over']
          : [
              'signed_out',
              'not_yours',
              'role_asleep',
              ...(row[0] === 'everybody' ? [] : ['null']),
              ...(row[1] ? ['not_found'] : []),
            ]
      return { in: !shut.includes(said) && !said.startsWith('status'), said }
    })
  }
  expect(wrong).toEqual([])
  console.log(`    ${tried} cells tried`)
})
