import type { z } from 'zod'
import type { Permission } from '@/lib/domain/permissions'
import type { Actor } from '@/lib/cancellation/rules/actor'
import type { Day } from '@/lib/domain/days'
import type { Locale } from '@/lib/i18n/routing'
import type { Caller } from './keys/queries'
import type { Sent } from './multipart'
import type { Problem, ProblemCode } from './problem'

/** The names in braces of a path. */
type NamesIn<Path extends string> = string extends Path
  ? string
  : Path extends `${string}{${infer Name}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never

/** What is known of a call before its body is read. */
type CallBegun<Path extends string> = {
  caller: Caller
  params: Record<NamesIn<Path>, string>
  now: Date
}

/** Who calls, in what language, when. */
export type CallContext = {
  caller: Caller
  by: Extract<Actor, { kind: 'account' }>
  locale: Locale
  now: Date
}

/** One call, understood. `version`: what the caller saw. */
type Call<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Form extends object | undefined,
  Versioned extends true | undefined,
> = CallBegun<Path> &
  CallContext & {
    query: z.output<Query>
    body: Form extends object ? Sent : z.output<Body>
    version: Versioned extends true ? number : undefined
  }

export type Answers = Partial<Record<number, { description: string; schema?: z.ZodType }>>
type Headers = Record<string, string>

/** What a handler may answer: a status that is described, with a value of its schema. */
type AnswerOf<Described extends Answers> = {
  [Status in keyof Described]: Described[Status] extends { schema: infer Schema extends z.ZodType }
    ? { status: Status; value: z.output<Schema>; headers?: Headers }
    : { status: Status; value?: undefined; headers?: Headers }
}[keyof Described]

/** All about one operation; what its handler is given and may answer follows from its schemas. */
export type Definition<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Form extends object | undefined,
  Versioned extends true | undefined,
  Described extends Answers,
> = {
  id: string
  method: 'get' | 'post' | 'patch' | 'delete'
  path: Path
  permission: Permission
  /** Left out: a query is refused. */
  query?: Query
  /** A JSON body, perhaps checked by the day of the call; left out: none, or a form. */
  body?: Body | ((today: Day) => Body)
  /** What the documentation shows of the body, where its schema cannot say it. */
  bodyShown?: (anyDay: Day) => z.ZodType | object
  /** A body of multipart/form-data instead, as JSON Schema. */
  multipart?: Form
  /** Takes `If-Match` with the version that the caller saw. */
  versioned?: Versioned
  answers: Described
  problems: readonly ProblemCode[]
  /** What is asked before a large body is read. */
  before?: (begun: CallBegun<Path>) => Promise<Problem | null>
  handler: (
    call: Call<Path, Query, Body, Form, Versioned>,
  ) => Promise<AnswerOf<NoInfer<Described>> | Problem>
  /**
   * Answers a call that took effect though its process died before it could say so; `again` makes
   * the call anew. Left out: the request as it is now.
   */
  after?: (
    call: Call<Path, Query, Body, Form, Versioned>,
    effect: string,
    again: () => Promise<AnswerOf<NoInfer<Described>> | Problem>,
  ) => Promise<AnswerOf<NoInfer<Described>> | Problem>
}

export type AnyCall = Call<string, z.ZodObject, z.ZodType, undefined, true | undefined>
export type Answer = { status: number; value?: object | undefined; headers?: Headers }
type Answering = Promise<Answer | Problem>

/** A definition of whatever types, as the door takes it. */
export type AnyDefinition = Omit<
  Definition<string, z.ZodObject, z.ZodType, object | undefined, true | undefined, Answers>,
  'query' | 'handler' | 'after'
> & {
  query: z.ZodObject
  handler: (call: AnyCall) => Answering
  after?: (call: AnyCall, effect: string, again: () => Answering) => Answering
}

/** One operation of the API: its description, and the function that Next calls. */
export type Operation = Pick<
  AnyDefinition,
  'id' | 'method' | 'path' | 'permission' | 'query' | 'versioned' | 'answers' | 'problems'
> & {
  /** The body, as the documentation shows it. */
  bodyShown: () => {
    type: 'application/json' | 'multipart/form-data'
    schema: z.ZodType | object
  } | null
  route: (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ) => Promise<Response>
}
