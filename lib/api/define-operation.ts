import type { z } from 'zod'
import type { AnyDefinition, Answers, Definition, Operation } from './operation'
import { noQuery } from './schemas/query'
import { serve } from './serve'

/**
 * One operation of the API, whole: who may make it, what it takes and answers, and what it does.
 * The schemas that check a call are those that its documentation is made of; the handler's types
 * follow from them.
 */
export function defineOperation<
  Path extends string,
  const Described extends Answers,
  Query extends z.ZodObject = typeof noQuery,
  Body extends z.ZodType = z.ZodUndefined,
  Form extends object | undefined = undefined,
  Versioned extends true | undefined = undefined,
>(definition: Definition<Path, Query, Body, Form, Versioned, Described>): Operation {
  // The one place where types are given up: from here on the schemas stand for them, and the door
  // hands the handler nothing but what they have made.
  const erased = { query: noQuery, ...definition } as unknown as AnyDefinition
  const { id, method, path, permission, query, versioned, answers, problems } = erased
  return {
    id,
    method,
    path,
    permission,
    query,
    ...(versioned && { versioned }),
    answers,
    problems,
    bodyShown: () => bodyShown(erased),
    route: serve(erased),
  }
}

// Any day: only what is checked depends on it, not the form.
const anyDay = '2026-01-01'

function bodyShown({ body, bodyShown, multipart }: AnyDefinition) {
  if (multipart) return { type: 'multipart/form-data', schema: multipart } as const
  if (!body) return null
  const schema = bodyShown?.(anyDay) ?? (typeof body === 'function' ? body(anyDay) : body)
  return { type: 'application/json', schema } as const
}
