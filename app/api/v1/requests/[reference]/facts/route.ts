import { note } from '@/lib/api/calls/requests'
import { noteFact } from '@/lib/api/operations/requests'
import { serve } from '@/lib/api/serve'

export const POST = serve(noteFact, note)
