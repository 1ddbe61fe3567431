import { listRequests } from '@/lib/api/endpoints/requests/list'
import { createRequest } from '@/lib/api/endpoints/requests/open'

export const GET = listRequests.route
export const POST = createRequest.route
