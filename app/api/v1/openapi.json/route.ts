import { getTranslations } from 'next-intl/server'
import { openApiDocument } from '@/lib/api/openapi'
import { servingEnv } from '@/lib/env'

/** The API's description (OpenAPI 3.1), made of the schemas that check its calls. */
export async function GET() {
  const t = await getTranslations({ locale: 'en', namespace: 'api.operation' })
  return Response.json(openApiDocument(servingEnv().BASE_URL, (id) => t(id as 'createRequest')))
}

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'
