import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '@/lib/api/openapi'
import { operations } from '@/lib/api/operations'

describe('the description of the API', () => {
  it('has no fault that a linter finds', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      rules: { 'no-server-example.com': 'off', 'operation-4xx-response': 'error' },
    })
    const problems = await lintFromString({
      source: JSON.stringify(openApiDocument('https://desk.example.org', (id) => id)),
      config,
    })
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`),
    ).toEqual([])
  })

  it('tells of every route that is there, and of no other', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const files = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('route.ts') && !file.startsWith('openapi'),
    )
    const doors = files.flatMap((file) =>
      [
        ...readFileSync(`app/api/v1/${file}`, 'utf8').matchAll(
          /export const (GET|POST|PATCH|DELETE) = serve\(/g,
        ),
      ].map(
        ([, method = '']) =>
          `${method.toLowerCase()} /${file.replace(/\/?route\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')}`,
      ),
    )
    expect(doors.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort())
  })
})
