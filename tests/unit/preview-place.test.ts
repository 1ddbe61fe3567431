import { expect, it } from 'vitest'
import { previewPlace } from '@/lib/guide/preview-place'

const known = {
  carriers: [{ code: 'mobile' }, { code: 'unicom' }],
  regions: [{ code: 'CN-BJ' }, { code: 'CN-GZ' }],
}
type Place = { carrier: string | null; region: string | null }
const general: Place = { carrier: null, region: null }

it.each<[string, Place, { carrier?: string; region?: string }, string | null]>([
  ['general, nothing chosen: before anybody chooses', general, {}, null],
  ['general, both chosen', general, { carrier: 'unicom', region: 'CN-GZ' }, 'unicom CN-GZ'],
  ['general, one chosen: the other is the first', general, { carrier: 'unicom' }, 'unicom CN-BJ'],
  ['general, one chosen, the other way', general, { region: 'CN-GZ' }, 'mobile CN-GZ'],
  ['general, nonsense chosen', general, { carrier: 'x', region: 'y' }, null],
  [
    'of a carrier: no other one can be chosen',
    { carrier: 'unicom', region: null },
    { carrier: 'mobile', region: 'CN-GZ' },
    'unicom CN-GZ',
  ],
  ['of a carrier, no region chosen', { carrier: 'unicom', region: null }, {}, 'unicom CN-BJ'],
  ['of a region', { carrier: null, region: 'CN-GZ' }, {}, 'mobile CN-GZ'],
  ['of both', { carrier: 'unicom', region: 'CN-GZ' }, { region: 'CN-BJ' }, 'unicom CN-GZ'],
])('previews a guide %s', (_, guide, asked, expected) => {
  const place = previewPlace(guide, asked, known)
  expect(place && `${place.carrier} ${place.region}`).toBe(expected)
})
