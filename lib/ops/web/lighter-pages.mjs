// Customers' pages are read on slow phones, and most readers of these do no more than read or fill
// in a form, which works by itself: what Next and React run on them is left out, or comes once
// somebody touches the page (ADR 22).
import { collect, packingFor, send } from './whole-answers.mjs'
import { scriptsAtTouch, withoutScripts } from './without-scripts.mjs'

const lighter = [
  { paths: /^(\/en)?\/(verify(\/[^/]*)?|developers)$/, by: withoutScripts },
  { paths: /^(\/en)?\/(status|ask)$/, by: scriptsAtTouch },
]

/** `handle`, with the scripts of pages that need few or none taken out of its answers. */
export const lightened = (handle) => (request, response) => {
  const [path] = (request.url ?? '').split('?')
  const { method, headers } = request
  const page =
    method === 'GET' &&
    !headers.rsc &&
    !headers['next-router-state-tree'] &&
    lighter.find(({ paths }) => paths.test(path))
  if (!page) return handle(request, response)
  const packing = packingFor(request)
  request.headers['accept-encoding'] = 'identity'
  collect(response, ({ plain, ...answer }) => {
    const html = /^text\/html/.test(answer.headers['content-type'] ?? '')
    send(
      response,
      { ...answer, plain: html ? Buffer.from(page.by(plain.toString())) : plain },
      packing,
    )
  })
  return handle(request, response)
}
