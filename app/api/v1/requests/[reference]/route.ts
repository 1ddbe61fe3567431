import { amendRequest } from '@/lib/api/endpoints/requests/amend'
import { readRequest } from '@/lib/api/endpoints/requests/read'

export const GET = readRequest.route
export const PATCH = amendRequest.route
