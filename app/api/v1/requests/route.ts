import { create, list } from '@/lib/api/calls/requests'
import { createRequest, listRequests } from '@/lib/api/operations/requests'
import { serve } from '@/lib/api/serve'

export const GET = serve(listRequests, list)
export const POST = serve(createRequest, create)
