import { createConfig, lintFromString } from '@redocly/openapi-core'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { operations } from '@/lib/api/endpoints'
import { openApiDocument } from '@/lib/api/openapi'
import { jsonOf } from '@/lib/api/schemas/json-schema'
import { orderOperations } from '@/lib/api/tmf/endpoints'
import { moveNames } from '@/lib/cancellation/rules/move-inputs'

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

  it('names each move that a caller may make', () => {
    const shown = operations.find(({ id }) => id === 'makeMove')?.bodyShown()?.schema
    const { oneOf } = jsonOf(shown as z.ZodType)
    expect(oneOf?.map(({ title }) => title)).toEqual(moveNames)
  })
})

describe.each([
  ['app/api/v1', operations],
  ['app/tmf-api/productOrderingManagement/v4', orderOperations],
])('the routes under %s', (folder, defined) => {
  it('are the operations that are defined, each at its method and path', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('route.ts') && !file.startsWith('openapi'),
    )
    const routes = new Map<string, unknown>()
    for (const file of files) {
      const route = await import(/* @vite-ignore */ `../../${folder}/${file}`)
      const path = file.replace(/\/?route\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')
      for (const [name, value] of Object.entries(route))
        if (/^[A-Z]+$/.test(name)) routes.set(`${name} /${path}`, value)
    }
    const expected = defined.map(
      ({ method, path, route }) => [`${method.toUpperCase()} ${path}`, route] as const,
    )
    expect([...routes.keys()].sort()).toEqual(expected.map(([name]) => name).sort())
    for (const [name, route] of expected) expect(routes.get(name) === route, name).toBe(true)
  })
})
