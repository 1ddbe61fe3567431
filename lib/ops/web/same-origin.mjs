const changesNothing = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether what would change something comes from the desk's own pages: a foreign Origin, or one
 * that the browser hides (`null`), is refused before any page or action sees it. The HTTP API is
 * asked by programs, with keys that no browser sends by itself.
 */
export function sameOrigin({ method = 'GET', url = '', headers }, baseUrl, proxies = 0) {
  const { origin } = headers
  if (changesNothing.includes(method) || /^\/(api\/v1|tmf-api)\//.test(url)) return true
  // Programs say nothing; every browser of today says where a POST comes from, or at least this.
  if (origin === undefined) return !/cross-site|same-site/.test(headers['sec-fetch-site'] ?? '')
  if (!URL.canParse(origin)) return false
  const own = [
    headers.host,
    new URL(baseUrl).host,
    ...(proxies > 0 ? [headers['x-forwarded-host']] : []),
  ]
  return own.includes(new URL(origin).host)
}
