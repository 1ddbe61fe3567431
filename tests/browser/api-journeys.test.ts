import { dayOf } from '@/lib/domain/days'
import { client, keyOf } from './api-client'
import { at, expect, test } from './counter'
import { curlLine, journeysOf } from './curl-lines'

const journeys = journeysOf('docs/api.md')

test('docs/api.md describes a journey for each of the four paths', () =>
  expect(journeys).toHaveLength(4))

for (const { title, lines } of journeys) {
  test(`the lines of docs/api.md take a request to its receipt: ${title}`, async () => {
    const variables: Record<string, string> = {
      API: at('/api/v1'),
      STAFF: keyOf('staff'),
      REVIEWER: keyOf('reviewer'),
      TODAY: dayOf(new Date()),
    }
    let last: Awaited<ReturnType<ReturnType<typeof client>>> | undefined
    for (const line of lines) {
      const { url, headers, json } = curlLine(line, variables)
      const { Authorization: authorization = '', ...rest } = headers
      last = await client(authorization.replace('Bearer ', ''))(
        'POST',
        url.slice(variables.API?.length),
        json,
        rest,
      )
      expect(last.status, `${line}\n${last.text}`).toBeLessThan(300)
      Object.assign(variables, {
        REFERENCE: last.body.reference,
        VERSION: String(last.body.version),
      })
    }
    expect(last?.body.state).toBe('completed')
    expect(last?.body.receipt).toMatchObject({ number: expect.any(String) })
    expect(last?.body.steps.filter(({ required, state }) => required && state !== 'done')).toEqual(
      [],
    )
  })
}
