import { getTranslations } from 'next-intl/server'
import { openApiDocument } from '@/lib/api/openapi'
import { servingEnv } from '@/lib/env'

let described: string | undefined

/** The API's description (OpenAPI 3.1), made once of the schemas that check its calls. */
export async function GET() {
  described ??= await describe()
  return new Response(described, { headers: { 'content-type': 'application/json' } })
}

async function describe(): Promise<string> {
  const t = await getTranslations({ locale: 'en', namespace: 'api.operation' })
  return JSON.stringify(openApiDocument(servingEnv().BASE_URL, (id) => t(id as 'createRequest')))
}

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'
