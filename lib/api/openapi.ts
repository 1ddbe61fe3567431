import { createDocument } from 'zod-openapi'
import { operations } from './endpoints'
import type { Operation } from './operation'
import { type ProblemCode, problemStatus } from './problem'
import { problemAnswer } from './schemas/problem'

const everywhere: readonly ProblemCode[] = [
  'unauthorized',
  'not_yours',
  'too_many',
  'failed',
  'busy',
]

/**
 * The API as OpenAPI 3.1 describes it, from the very schemas that check its calls and answers;
 * `summaryOf` words an operation by its id.
 */
export function openApiDocument(base: string, summaryOf: (id: string) => string) {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: described(operation, summaryOf(operation.id)),
    }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Cancellation Desk 销户服务台',
      version: '1',
      description: 'Closing phone subscriptions: requests, their steps and moves.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: `${base}/api/v1` }],
    security: [{ key: [] }],
    tags: [
      { name: 'requests' },
      { name: 'guides' },
      { name: 'carriers' },
      { name: 'working-days' },
      { name: 'webhooks' },
    ],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key' } },
    },
  })
}

function described(
  { id, method, path, query, bodyShown, versioned, answers, problems }: Operation,
  summary: string,
) {
  const body = bodyShown()
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }))
  const headers = [
    ...(versioned
      ? [
          {
            name: 'If-Match',
            in: 'header' as const,
            required: true,
            description: 'The version that was seen, in quotes',
            schema: { type: 'string' as const, examples: ['"7"'] },
          },
        ]
      : []),
    ...(method === 'post'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header' as const,
            description: 'The first answer is given again for a day',
            schema: { type: 'string' as const, maxLength: 200 },
          },
        ]
      : []),
    {
      name: 'Accept-Language',
      in: 'header' as const,
      schema: { type: 'string' as const, examples: ['zh-CN', 'en'] },
    },
  ]
  return {
    operationId: id,
    summary,
    tags: [path.split('/')[1] ?? ''],
    parameters: [...named, ...headers],
    requestParams: Object.keys(query.shape).length ? { query } : {},
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: body.schema } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          {
            description: answer?.description ?? '',
            ...(answer?.schema && { content: { 'application/json': { schema: answer.schema } } }),
          },
        ]),
      ),
      ...problemResponses([
        ...problems,
        ...(body ? (['not_json', 'media_type', 'too_large', 'invalid'] as const) : []),
        ...(method === 'post' ? (['in_progress', 'key_reused', 'invalid'] as const) : []),
        ...everywhere,
      ]),
    },
  }
}

/** One answer for each status, with the problems that it may stand for. */
function problemResponses(codes: readonly ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort()
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: [...new Set(codes.filter((code) => problemStatus[code] === status))].join(
          ', ',
        ),
        content: { 'application/problem+json': { schema: problemAnswer } },
      },
    ]),
  )
}
