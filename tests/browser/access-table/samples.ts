// What is sent to a door so that its guard, and not a missing field, decides.
import type { Thing } from './thing'

type Fields = Record<string, string>

/** A form's fields for an action; `turn` tells callers apart, where each can be done once. */
export function fieldsFor(
  action: string,
  thing: Thing,
  turn: number,
): Fields | { plain: unknown[] } {
  const about: Fields = { $reference: thing.reference, $version: '1' }
  const own: Record<string, Fields | { plain: unknown[] }> = {
    'day#noteCard': { $reference: thing.completed, $act: 'bag_card' },
    'day#workOnBag': { $number: thing.bag, $act: 'hand_over', to: 'X' },
    'outbox#resend': { $notice: thing.notices[turn] ?? '' },
    'questions#answer': { $question: thing.question, answer: '谢谢您的提问' },
    'requests/[reference]#changeGuide': {
      ...about,
      $revision: '01900000-0000-7000-8000-000000000003',
    },
    'requests/[reference]#makeMove': { ...about, $move: 'approve' },
    'requests/[reference]#noteCall': { ...about, call: 'answered' },
    'requests/[reference]#noteDuty': { ...about, $duty: 'reprint_receipt' },
    'requests/[reference]#savePhase': { ...about, $steps: 'materials' },
    'requests/[reference]#takeAway': { ...about, document: thing.documents[turn] ?? '' },
    'requests/[reference]/contact#enterContactCode': { ...about, code: '000000' },
    'requests/[reference]/copy#openCopy': {
      ...about,
      document: 'nobody of whom anything is known',
      reason: 'complaint',
      'identityMatched:boolean': 'true',
    },
    'requests/[reference]/erase#erase': {
      ...about,
      'identityMatched:boolean': 'true',
      'understood:boolean': 'true',
    },
    'status/[reference]#enterCode': { ...about, code: '000000' },
    'status/[reference]#duty': { ...about, $duty: 'rate', rating: 'good' },
    'accounts#disableAccount': { $id: thing.question, 'disabled:boolean': 'true' },
    'account#passkeyOptions': { plain: ['not the password'] },
    'account/screen#unlockScreen': { plain: ['not the password'] },
    'account/screen#stillHere': { plain: [] },
    'account/screen#lockScreen': { plain: [] },
    'signin#askPasskey': { plain: [] },
    'status#leave': { plain: [] },
  }
  return own[action] ?? about
}

function fileForm() {
  const form = new FormData()
  form.set('file', new Blob(['x']))
  form.set('material', 'identity_document')
  return form
}

/** What is sent to an address that is no page. */
export function requestFor(door: string, thing: Thing): { query: string; init: RequestInit } {
  const [method = 'GET', path = ''] = door.split(' ')
  const json = (body: object, type = 'application/json') => ({
    method,
    body: JSON.stringify(body),
    headers: {
      'content-type': type,
      'if-match': '"1"',
      'idempotency-key': `doors-${crypto.randomUUID()}`,
    },
  })
  const bodies: Record<string, RequestInit> = {
    'POST /api/requests/[reference]/documents/[id]': json({ reason: 'review' }),
    'POST /api/requests/[reference]/identifiers': json({ reason: 'review' }),
    'POST /api/requests/check': { method, body: new FormData() },
    'POST /api/requests/import': { method, body: 'x' },
    'POST /api/requests/export': { method, body: new FormData() },
    'PATCH /api/uploads/[id]': {
      method,
      body: 'x',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
    },
    'POST /api/v1/requests/[reference]/documents': {
      method,
      body: fileForm(),
      headers: { 'if-match': '"1"', 'idempotency-key': `doors-${crypto.randomUUID()}` },
    },
    'PUT /api/guides/[id]/events': json({ place: '' }),
    'PUT /api/drafts': json({ place: 'requests/new', fields: [] }),
    'POST /api/uploads': {
      method,
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': '10',
        'upload-metadata': `reference ${btoa(thing.reference)},side ${btoa('customer')}`,
      },
    },
    'PATCH /api/v1/requests/[reference]': json(
      { customerWaiting: false },
      'application/merge-patch+json',
    ),
    'POST /api/v1/requests/[reference]/calls': json({ call: 'answered' }),
    'POST /api/v1/requests/[reference]/facts': json({ step: 'materials', outcome: {} }),
    'POST /api/v1/requests/[reference]/moves': json({ move: 'approve' }),
  }
  const query =
    path === '/api/requests/import'
      ? `?look&store=${thing.store}`
      : path === '/api/events'
        ? `?request=${thing.reference}`
        : ''
  return {
    query,
    init:
      bodies[door] ??
      (method === 'GET'
        ? { method }
        : method === 'DELETE' || path.startsWith('/api/uploads')
          ? { method, headers: { 'tus-resumable': '1.0.0' } }
          : json({})),
  }
}
