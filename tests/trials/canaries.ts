// Made-up people are planted, then looked for wherever they must not stand; and found where they
// may be seen.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { residentId } from '@/lib/ops/seed/demo-people'
import { withClient } from '@/lib/ops/database/roles'
import { ask } from '../browser/access-table/http'
import { signInAt } from '../browser/access-table/sign-in'
import { demoPassword } from '../factories/prepared-desk'
import { trialDesk } from './desk'
import { type Trial, each } from './trial'

// Rare surnames and names: none of these pairs of characters stands anywhere else in the product.
const [surnames, names] = ['濮亓郗爨僪仉乜佴', '堃龑喆昱煊翀懋骅曌珺']
// Where a planted one could stand, at every place of a text: names, identity numbers, phone
// numbers.
const shapes = [
  new RegExp(`(?=([${surnames}][${names}]{3}))`, 'g'),
  /(?=(\d{17}[\dX]))/g,
  /(?=(1370\d{7}))/g,
]
const nameOf = (place: number) =>
  `${surnames?.[place % 8]}${names?.[Math.floor(place / 8) % 10]}${names?.[Math.floor(place / 80) % 10]}${names?.[(place * 7 + Math.floor(place / 800)) % 10]}`

export const canaries: Trial = {
  name: 'canaries',
  what: 'planted names and identity numbers, looked for in pages, bundles, logs, queue and dump',
  small: 40,
  usual: 1000,
  async run(size) {
    const desk = await trialDesk(1)
    const broken: string[] = []
    try {
      const { createAccount } = await import('@/lib/accounts/commands')
      const { createStore } = await import('@/lib/stores/commands')
      const { opened } = await import('../factories/requests')
      const now = new Date()
      await createStore({
        code: 'other',
        nameZh: '别处',
        nameEn: 'Other',
        addressZh: '路',
        addressEn: 'Road',
        phone: '1',
        region: 'CN-BJ',
      })
      const outsider = await createAccount({
        email: 'outsider@trials.test',
        name: 'Outsider',
        password: demoPassword,
        role: 'reviewer',
        storeCode: 'other',
      })
      if (!outsider.ok) throw new Error(outsider.refusal.code)
      const planted: { reference: string; name: string; document: string; number: string }[] = []
      for (let place = 0; place < size; place += 1) {
        const [name, document, number] = [
          nameOf(place),
          residentId(5000 + place),
          `1370${String(1_000_000 + place)}`,
        ]
        const { reference } = await opened(
          {
            holder: { name, document: { type: 'resident_id', number: document } },
            phoneNumber: number,
            contact: { phone: '+8613800138999' },
          },
          now,
        )
        planted.push({ reference, name, document, number })
      }
      const [address = ''] = desk.addresses
      const at = (path: string, cookie = '', init: RequestInit = {}) =>
        ask(`${address}${path}`, {
          ...init,
          headers: { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) },
        })
      const [admin, other, staff] = [
        await signInAt(address, 'admin@example.test', demoPassword),
        await signInAt(address, 'outsider@trials.test', demoPassword),
        await signInAt(address, 'staff@example.test', demoPassword),
      ]

      const secrets = new Set(
        planted.flatMap(({ name, document, number }) => [name, document, number]),
      )
      let places = 0
      const seenIn = (text: string) =>
        new Set(
          shapes.flatMap((shape) =>
            [...text.matchAll(shape)].flatMap(([, found = '']) =>
              secrets.has(found) ? [found] : [],
            ),
          ),
        )
      const scan = (place: string, text: string) => {
        places += 1
        for (const secret of seenIn(text)) broken.push(`${secret} stands in ${place}`)
      }
      const read = async (
        who: string,
        cookie: string,
        paths: readonly string[],
        init: RequestInit = {},
      ) => {
        for (const path of paths) scan(`${who} ${path}`, (await at(path, cookie, init)).text)
      }
      const desks = [
        '/requests',
        '/requests?q=',
        '/outbox',
        '/questions',
        '/day',
        '/reports',
        '/audit',
        '/accounts',
        '/account',
        '/api/audit',
        '/api/reports',
        '/nowhere',
      ]
      await read('nobody', '', [
        ...desks,
        '/',
        '/status',
        '/guide',
        '/verify',
        '/signin',
        '/api/v1/requests',
        '/api/health',
      ])
      for (const [who, cookie] of [
        ['administrator', admin],
        ['other store', other],
      ] as const) {
        await read(who, cookie, desks)
        await read(`${who} (rsc)`, cookie, desks.slice(0, 9), { headers: { rsc: '1' } })
      }
      await each(planted.length, 4, async (place) => {
        const { reference, name } = planted[place] ?? { reference: '', name: '' }
        for (const [who, cookie] of [
          ['nobody', ''],
          ['administrator', admin],
          ['other store', other],
        ] as const) {
          for (const path of [`/requests/${reference}`, `/status/${reference}`])
            scan(`${who} ${path}`, (await at(path, cookie)).text)
          // What somebody typed into the search comes back to them: names are looked for as a
          // whole.
          scan(
            `${who} search ${place}`,
            (await at(`/requests?q=${encodeURIComponent(name.slice(0, 2))}`, cookie)).text,
          )
        }
        scan(
          `reveal by the other store ${place}`,
          (
            await at(`/api/requests/${reference}/identifiers`, other, {
              method: 'POST',
              body: '{"reason":"review"}',
              headers: { 'content-type': 'application/json' },
            })
          ).text,
        )
      })
      for (const file of readdirSync('.next/static', { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith('.js'),
      ))
        scan(`bundle ${file}`, readFileSync(join('.next/static', file), 'utf8'))
      scan('the logs', desk.said() + readFileSync(join(desk.folder, 'postgres.log'), 'utf8'))
      for (const [schema, owner] of [
        ['public', desk.urls.owner],
        ['graphile_worker', desk.urls.jobs],
      ] as const)
        for (const [table, text] of Object.entries(await dump(schema, owner))) scan(table, text)

      await each(planted.length, 4, async (place) => {
        const { reference, name, document, number } = planted[place] ?? {
          reference: '',
          name: '',
          document: '',
          number: '',
        }
        const revealed = (
          await at(`/api/requests/${reference}/identifiers`, staff, {
            method: 'POST',
            body: '{"reason":"review"}',
            headers: { 'content-type': 'application/json' },
          })
        ).text
        const page = (await at(`/requests/${reference}`, staff)).text
        const [told, shown] = [seenIn(revealed), seenIn(page)]
        if (!told.has(document) || !told.has(number))
          broken.push(`${reference}: its own staff do not see the numbers after saying why`)
        if (!shown.has(name) || shown.has(document))
          broken.push(
            `${reference}: its own page has ` +
              `${shown.has(document) ? 'the whole document number' : 'no name'}`,
          )
      })
      return { tried: `${planted.length} people in ${places} places`, broken }
    } finally {
      await desk.stop()
    }
  },
}

/** Every row of a schema as text, as a dump has it; bytes as hex and as text. */
const dump = (schema: string, url: string) =>
  withClient(url, async (client) => {
    const { rows: tables } = await client.query(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname = $1
        and tablename not like '%migrations%'`,
      [schema],
    )
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query(`select t.*, t::text as whole from ${name} t`)
      found[`table ${name}`] = rows
        .map((row) =>
          [
            row.whole,
            ...Object.values(row).flatMap((value) =>
              Buffer.isBuffer(value) ? [value.toString('latin1'), value.toString('utf8')] : [],
            ),
          ].join(' '),
        )
        .join('\n')
    }
    return found
  })
