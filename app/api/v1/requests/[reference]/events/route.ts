import { events } from '@/lib/api/calls/requests'
import { listEvents } from '@/lib/api/operations/requests'
import { serve } from '@/lib/api/serve'

export const GET = serve(listEvents, events)
