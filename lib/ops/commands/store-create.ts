// npm run store:create: adds a store.
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/commands'
import { storePlaceSchema } from '@/lib/stores/schemas'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'
import { seedReference } from '../seed/reference'

const help = `npm run store:create -- --code <code> --name-zh <名称> --name-en <name>
                        --address-zh <地址> --address-en <address> --phone <phone>
                        --region <CN-XX> [--serves CN-XX,CN-XX] [--carrier <code>]
                        [--district-zh <区县> --district-en <district>]
                        [--latitude <degrees> --longitude <degrees>]

Creates a store. --serves lists the home regions whose numbers it can cancel (default: all);
--carrier is preset on its new requests. Coordinates are in GCJ-02, as Amap and Tencent Maps give
them; customers find the nearest store by them.
Exit codes: 0 created, 1 not created, 2 usage error.`

const whyNot: Record<string, string> = {
  code_taken: 'There is a store with this code already.',
  region_unknown: 'There is no such region: use ISO 3166-2, for example CN-SH.',
  carrier_unknown: 'There is no such carrier: use its code, for example china-mobile.',
}

const placeUnclear =
  'The place is unclear: give latitude and longitude in degrees, both and within China, and the ' +
  'district in both languages.'

const text = { type: 'string' } as const

await runCommand(
  help,
  {
    code: text,
    'name-zh': text,
    'name-en': text,
    'address-zh': text,
    'address-en': text,
    phone: text,
    region: text,
    serves: text,
    carrier: text,
    'district-zh': text,
    'district-en': text,
    latitude: text,
    longitude: text,
  },
  async (values) => {
    const { code, phone, region, serves, carrier } = values
    const [nameZh, nameEn, addressZh, addressEn] = [
      values['name-zh'],
      values['name-en'],
      values['address-zh'],
      values['address-en'],
    ]
    if (!code || !nameZh || !nameEn || !addressZh || !addressEn || !phone || !region)
      throw new NotUnderstood()
    const place = storePlaceSchema.safeParse({
      latitude: values.latitude,
      longitude: values.longitude,
      districtZh: values['district-zh'],
      districtEn: values['district-en'],
    })
    if (!place.success) throw new Problem(placeUnclear)
    await withDeskDatabase(async () => {
      await seedReference(new Date())
      const made = await createStore({
        code,
        nameZh,
        nameEn,
        addressZh,
        addressEn,
        phone,
        region,
        ...(serves && { servesRegions: serves.split(',') }),
        ...(carrier && { carrier }),
        ...place.data,
      })
      await database().$disconnect()
      if (!made.ok) throw new Problem(whyNot[made.refusal.code] ?? made.refusal.code)
    })
    console.log(`✓ Store ${code} is there.`)
    return 0
  },
)
