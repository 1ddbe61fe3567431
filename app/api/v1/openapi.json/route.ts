import { openApiDocument } from '@/lib/api/openapi'
import { servingEnv } from '@/lib/env'

/** The API's description (OpenAPI 3.1), made of the schemas that check its calls. */
export const GET = () => Response.json(openApiDocument(servingEnv().BASE_URL))

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'
