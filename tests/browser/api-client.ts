// A carrier's own system: calls the API over HTTP, and holds every answer against the API's own
// description.
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { command } from './operator'
import { at } from './counter'

type Json = Record<string, unknown>
/** What the tests read of an answer; each is there where the description says so. */
export type Body = {
  reference: string
  state: string
  version: number
  phoneNumber: string
  warnings?: { pointer: string; code: string }[]
  steps: { id: string; required: boolean; state: string }[]
  moves: { move: string; allowed: boolean; unmet: string[] }[]
  receipt: object | null
  documents: object[]
  items: (Body & { sequence: number; type: string; code: string })[]
  next: string | null
  type: string
  detail: string
  unmet: string[]
  errors: { pointer: string; code: string; detail: string }[]
  id: string
  secret: string
  url: string
  date: string
  estimated: boolean
  offered: boolean
}
export type Answered = { status: number; body: Body; headers: Headers; text: string }

type Description = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >
  components: object
}

/** The API's description, as the desk gives it to anybody; asked for once a worker. */
async function readDescription() {
  const answer = await fetch(at('/api/v1/openapi.json'))
  const { paths, components } = (await answer.json()) as Description
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'api', components })
  return { paths, ajv }
}
let description: ReturnType<typeof readDescription> | undefined

/** A new key, of an account of its own; printed alone. */
export const newKey = (role: string, ...more: string[]) =>
  command('lib/ops/commands/apikey-create', ['--role', role, '--store', 'demo', ...more]).trim()

const keys = new Map<string, string>()
/**
 * This worker's key of a role at the demo store: for who calls is not what most tests are about,
 * and making one takes a second.
 */
export function keyOf(role: 'staff' | 'reviewer'): string {
  const key = keys.get(role) ?? newKey(role)
  keys.set(role, key)
  return key
}

/** Calls of one key. Every answer has to be described, and to be as it is described. */
export function client(key: string, address = at('/api/v1')) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    // A command that ran meanwhile held everything up: let this process see which of its lines the
    // desk has closed since.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    const raw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined &&
          !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const parsed = text ? (JSON.parse(text) as Json) : null
    await hold(method, path, answer, parsed)
    return { status: answer.status, body: parsed as unknown as Body, headers: answer.headers, text }
  }
}

async function hold(method: string, path: string, answer: Response, body: Json | null) {
  description ??= readDescription()
  const { paths, ajv } = await description
  const plain = path.split('?')[0] ?? ''
  const described = Object.entries(paths).find(([template]) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  )
  const operation = described?.[1][method.toLowerCase()]
  if (!operation) return
  const response = operation.responses[String(answer.status)]
  if (!response)
    throw new Error(
      `${method} ${path} answered ${answer.status}, which is not described: ` +
        `${JSON.stringify(body)}`,
    )
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const schema = response.content?.[type]?.schema
  if (!schema) {
    if (body !== null) throw new Error(`${method} ${path} answered ${type}, which is not described`)
    return
  }
  const validate = ajv.compile(
    JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object,
  )
  if (!validate(body))
    throw new Error(
      `${method} ${path} answered what is not described: ${ajv.errorsText(validate.errors)}\n` +
        `${JSON.stringify(body, null, 2)}`,
    )
}

/** The values of each kind of identifier that the tests use. */
export const identifiers = JSON.parse(readFileSync('tests/unit/identifiers.json', 'utf8')) as Json
