import { describe, expect, it } from 'vitest'
import { askedIn, caseQuery } from '@/components/stores/asked'
import { errorsOf } from '@/lib/forms/errors-of'
import { geoLink, mapLinks, phoneLink } from '@/lib/stores/map-links'
import { storePlaceSchema } from '@/lib/stores/schemas'

describe("a store's place", () => {
  const huangpu = { districtZh: '黄浦区', districtEn: 'Huangpu' }
  it.each([
    [{}, {}],
    [{ latitude: '31.2304', longitude: '121.4737' }, {}],
    [{ latitude: '31.2304', longitude: '121.4737', ...huangpu }, {}],
    [{ latitude: '31.2304' }, { longitude: 'required' }],
    [{ longitude: '121.4737' }, { latitude: 'required' }],
    [{ districtZh: '黄浦区' }, { districtEn: 'required' }],
    [
      { latitude: '121.4737', longitude: '31.2304' },
      { latitude: 'degrees_out_of_range', longitude: 'degrees_out_of_range' },
    ],
    [{ latitude: '31°13′', longitude: '121.4737' }, { latitude: 'number_needed' }],
  ])('%j has the faults %j', (typed, faults) => {
    const read = storePlaceSchema.safeParse(typed)
    expect(read.success ? {} : errorsOf(read.error)).toEqual(faults)
  })

  it('is unknown where nothing is typed', () =>
    expect(storePlaceSchema.parse({})).toEqual({
      latitude: null,
      longitude: null,
      districtZh: null,
      districtEn: null,
    }))
})

describe('links to a store', () => {
  const place = { name: '一店:东', address: '某路 1 号&2', latitude: 31.2, longitude: 121.4 }

  it('show it in each map app, by coordinates that say what they are', () => {
    const links = mapLinks(place)
    const query = (app: keyof typeof links) => new URL(links[app]).searchParams
    expect(query('amap').get('position')).toBe('121.4,31.2')
    expect(query('amap').get('coordinate')).toBe('gaode')
    expect(query('baidu').get('location')).toBe('31.2,121.4')
    expect(query('baidu').get('coord_type')).toBe('gcj02')
    expect(query('baidu').get('content')).toBe(place.address)
    expect(query('tencent').get('marker')).toBe('coord:31.2,121.4;title:一店 东;addr:某路 1 号&2')
    expect(query('apple').get('ll')).toBe('31.2,121.4')
    for (const link of Object.values(links)) expect(new URL(link).protocol).toBe('https:')
  })

  it('look for its address where nobody has entered coordinates', () => {
    const links = mapLinks({ ...place, latitude: null, longitude: null })
    for (const link of Object.values(links))
      expect([...new URL(link).searchParams.values()]).toContain(place.address)
    expect(geoLink({ ...place, latitude: null, longitude: null })).toMatch(/^geo:0,0\?q=%E6/)
    expect(geoLink(place)).toMatch(/^geo:31\.2,121\.4\?q=[^&]+$/)
  })

  it('call its phone, however it is written', () => {
    expect(phoneLink('021-5550 0100')).toBe('tel:02155500100')
    expect(phoneLink('+86 (21) 5550-0100')).toBe('tel:+862155500100')
  })
})

describe('what is asked of the finder', () => {
  const known = {
    carriers: [{ code: 'one', nameZh: '一', nameEn: 'One' }],
    regions: [{ code: 'CN-SH', nameZh: '上海', nameEn: 'Shanghai' }],
    places: ['CN-SH', 'CN-SH 黄浦区'],
  }
  it('is only what is known, whatever else stands in the address', () => {
    const asked = (query: string) => askedIn(new URLSearchParams(query), known)
    expect(asked('')).toEqual({ carrier: '', region: '', card: 'sim', place: '' })
    expect(asked('carrier=one&region=CN-SH&card=lost&place=CN-SH+黄浦区')).toEqual({
      carrier: 'one',
      region: 'CN-SH',
      card: 'lost',
      place: 'CN-SH 黄浦区',
    })
    const planted = asked('carrier=<script>&region=x&card=y&place=CN-BJ')
    expect(planted).toEqual(asked(''))
    expect(caseQuery(planted)).toBe('')
    expect(caseQuery(asked('carrier=one&region=CN-SH&card=lost'))).toBe(
      '?carrier=one&region=CN-SH&card=lost',
    )
  })
})
