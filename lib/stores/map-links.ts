/** Where a store is, for a map: in degrees of GCJ-02, or by its address alone. */
export type OnMap = {
  name: string
  address: string
  latitude: number | null
  longitude: number | null
}

export const mapApps = ['amap', 'baidu', 'tencent', 'apple'] as const
export type MapApp = (typeof mapApps)[number]

// Who asks: two of the addresses demand it, and it says nothing of the reader.
const asking = 'webapp.desk.stores'

const withQuery = (address: string, query: Record<string, string>) =>
  `${address}?${new URLSearchParams(query)}`

/**
 * Links that show a store in the usual map apps, by their public addresses, which lead to the app
 * where it is installed and else to its page. Amap, Baidu and Tencent are told that the coordinates
 * are GCJ-02; Apple's maps of China use them as they are. Without coordinates the address is looked
 * for.
 */
export function mapLinks({ name, address, latitude, longitude }: OnMap): Record<MapApp, string> {
  if (latitude === null || longitude === null) {
    return {
      amap: withQuery('https://uri.amap.com/search', { keyword: address }),
      baidu: withQuery('https://api.map.baidu.com/geocoder', {
        address,
        output: 'html',
        src: asking,
      }),
      tencent: withQuery('https://apis.map.qq.com/uri/v1/search', {
        keyword: address,
        referer: asking,
      }),
      apple: withQuery('https://maps.apple.com/', { q: address }),
    }
  }
  const northFirst = `${latitude},${longitude}`
  // A colon or semicolon would end the title within Tencent's list of markers.
  const plain = (text: string) => text.replaceAll(/[:;|]/g, ' ')
  return {
    amap: withQuery('https://uri.amap.com/marker', {
      position: `${longitude},${latitude}`,
      name,
      coordinate: 'gaode',
      callnative: '1',
    }),
    baidu: withQuery('https://api.map.baidu.com/marker', {
      location: northFirst,
      title: name,
      content: address,
      coord_type: 'gcj02',
      output: 'html',
      src: asking,
    }),
    tencent: withQuery('https://apis.map.qq.com/uri/v1/marker', {
      marker: `coord:${northFirst};title:${plain(name)};addr:${plain(address)}`,
      referer: asking,
    }),
    apple: withQuery('https://maps.apple.com/', { ll: northFirst, q: name }),
  }
}

/**
 * The store for whichever map app a phone opens such links with (RFC 5870). That standard means
 * WGS-84, which is up to some 600 metres beside GCJ-02: so the address is what is looked for, and
 * the coordinates only say near what.
 */
export const geoLink = ({ name, address, latitude, longitude }: OnMap) =>
  `geo:${latitude ?? 0},${longitude ?? 0}?q=${encodeURIComponent(`${address} ${name}`)}`

/** A phone number for a link: what people put between its digits is left out (RFC 3966). */
export const phoneLink = (phone: string) => `tel:${phone.replaceAll(/[^\d+]/g, '')}`
