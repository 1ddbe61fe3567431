import { move } from '@/lib/api/calls/requests'
import { makeMove } from '@/lib/api/operations/requests'
import { serve } from '@/lib/api/serve'

export const POST = serve(makeMove, move)
