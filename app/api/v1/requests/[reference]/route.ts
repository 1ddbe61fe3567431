import { amend, read } from '@/lib/api/calls/requests'
import { amendRequest, readRequest } from '@/lib/api/operations/requests'
import { serve } from '@/lib/api/serve'

export const GET = serve(readRequest, read)
export const PATCH = serve(amendRequest, amend)
