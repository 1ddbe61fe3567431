import { dayOf } from '@/lib/domain/days'
import { may } from '@/lib/domain/permissions'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { isStorable } from '@/lib/forms/storable-text'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { answerWithin, within } from '@/lib/db/time-left'
import type { Locale } from '@/lib/i18n/routing'
import { log } from '@/lib/log'
import { addressOf } from '@/lib/rate-limits/address'
import { countCall, countAttempt } from '@/lib/rate-limits/commands'
import { jsonBody } from './body'
import { faultsOf, pointerOf } from './faults'
import { requestAfter } from './after-effect'
import { type Answered, once } from './idempotency/commands'
import { keyInHeader } from './keys/key-text'
import { type Caller, callerByKey } from './keys/queries'
import { noteUse } from './keys/commands'
import { multipartBody } from './multipart'
import type { AnyCall, AnyDefinition, Answer } from './operation'
import { type Problem, isProblem, problem, problemStatus } from './problem'
import { languageAsked, problemDocument } from './words'

// Milliseconds for knowing the caller, and for that and the work together, whatever they have to
// wait for; sending the body has its own time.
const knownWithin = 6000
const patience = 12_000
type Context = { params: Promise<Record<string, string>> }

/**
 * The door of one operation: key, limit, query and body are checked, an Idempotency-Key is honoured
 * (`after` answers where the first process died), and every no is a problem document.
 */
export const serve =
  (operation: AnyDefinition) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const locale = languageAsked(request.headers.get('accept-language'))
    try {
      const now = new Date()
      const caller = await answerWithin(knownWithin, callerOf(request, operation, now))
      if (isProblem(caller)) return await problemResponse(locale, caller)
      const begun = { caller, params: await params, now }
      const refused = operation.before && (await answerWithin(knownWithin, operation.before(begun)))
      if (refused) return await problemResponse(locale, refused)
      const left = patience - (Date.now() - now.getTime())
      const understood = await understand(request, operation)
      if (isProblem(understood)) return await problemResponse(locale, understood)
      const { raw, ...rest } = understood
      const call: AnyCall = { ...begun, by: accountActor(caller), locale, ...rest }
      const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null
      if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
        return await problemResponse(
          locale,
          problem('invalid', { faults: [{ pointer: '/Idempotency-Key', code: 'invalid' }] }),
        )
      const answerOnce = async () =>
        answered(locale, await within(left, () => handled(operation, call)))
      const sent = [request.method, new URL(request.url).pathname, raw]
      const again = async (effect: string) =>
        answered(locale, await answeredAfter(operation, call, effect))
      const answer =
        key === null ? await answerOnce() : await once(caller, key, sent, now, answerOnce, again)
      return isProblem(answer)
        ? await problemResponse(locale, answer)
        : new Response(answer.body, { status: answer.status, headers: answer.headers })
    } catch (error) {
      log.error({ err: error, operation: operation.id }, 'a call failed')
      return problemResponse(
        locale,
        isDatabaseUnavailable(error) ? problem('busy', { retryAfter: 5 }) : problem('failed'),
      )
    }
  }

type Answering = Promise<Answer | Problem>

/** A call with its body as the schema makes it, or what the schema found wrong. */
function withBody({ body }: AnyDefinition, call: AnyCall): AnyCall | Problem {
  if (!body) return call
  const schema = typeof body === 'function' ? body(dayOf(call.now)) : body
  const parsed = schema.safeParse(call.body)
  return parsed.success
    ? { ...call, body: parsed.data }
    : problem('invalid', { faults: faultsOf(parsed.error) })
}

async function handled(operation: AnyDefinition, call: AnyCall): Answering {
  const checked = withBody(operation, call)
  return isProblem(checked) ? checked : operation.handler(checked)
}

async function answeredAfter(operation: AnyDefinition, call: AnyCall, effect: string): Answering {
  // The body is not asked again: what took effect stays so, though a schema go by the day.
  if (!operation.after) return requestAfter(call, 201 in operation.answers, effect)
  const checked = withBody(operation, call)
  return isProblem(checked)
    ? checked
    : operation.after(checked, effect, () => operation.handler(checked))
}

async function callerOf(
  request: Request,
  { permission }: AnyDefinition,
  now: Date,
): Promise<Caller | Problem> {
  const text = keyInHeader(request.headers.get('authorization'))
  const caller = text && (await callerByKey(text, now))
  if (!caller) {
    const wait = await countAttempt([['api_address', addressOf(request.headers)]])
    return wait ? problem('too_many', { retryAfter: wait }) : problem('unauthorized')
  }
  const wait = await countCall(caller.id, caller.perMinute)
  if (wait) return problem('too_many', { retryAfter: wait })
  await noteUse(caller, addressOf(request.headers), now)
  return may(caller.memberships, permission) ? caller : problem('not_yours')
}

async function understand(
  request: Request,
  operation: AnyDefinition,
): Promise<(Pick<AnyCall, 'query' | 'body' | 'version'> & { raw: Uint8Array }) | Problem> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const unstorable = Object.keys(query)
    .filter((name) => !isStorable(name + query[name]))
    .slice(0, 20)
  if (unstorable.length)
    return problem('invalid', {
      faults: unstorable.map((name) => ({ pointer: pointerOf([name]), code: 'text_malformed' })),
    })
  const asked = operation.query.safeParse(query)
  if (!asked.success) return problem('invalid', { faults: faultsOf(asked.error) })
  const version = operation.versioned ? versionIn(request.headers.get('if-match')) : undefined
  if (version === null) return problem('version_needed')
  const taken = operation.body
    ? await jsonBody(request)
    : operation.multipart
      ? await multipartBody(request)
      : { raw: new Uint8Array(), value: undefined }
  if (isProblem(taken)) return taken
  return { query: asked.data, body: taken.value, raw: taken.raw, version }
}

/** The version in If-Match: a whole number in quotes (RFC 9110, 13.1.1). */
const versionIn = (header: string | null) => {
  const found = /^"(\d{1,9})"$/.exec(header?.trim() ?? '')
  return found ? Number(found[1]) : null
}

async function answered(locale: Locale, answer: Answer | Problem): Promise<Answered> {
  if (!isProblem(answer))
    return {
      status: answer.status,
      body: answer.value ? JSON.stringify(answer.value) : null,
      headers: {
        ...(answer.value && { 'content-type': 'application/json' }),
        'cache-control': 'no-store',
        ...answer.headers,
      },
      began: true,
    }
  const response = await problemResponse(locale, answer)
  const began = answer.problem !== 'invalid' && answer.problem !== 'too_many'
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, body: await response.text(), headers, began }
}

async function problemResponse(locale: Locale, no: Problem): Promise<Response> {
  const headers = {
    'content-type': 'application/problem+json',
    'content-language': locale,
    'cache-control': 'no-store',
    ...(no.retryAfter && { 'retry-after': String(no.retryAfter) }),
    ...(no.problem === 'unauthorized' && { 'www-authenticate': 'Bearer' }),
  }
  return new Response(JSON.stringify(await problemDocument(locale, no)), {
    status: problemStatus[no.problem],
    headers,
  })
}
