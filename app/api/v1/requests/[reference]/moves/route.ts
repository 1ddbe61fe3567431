import { makeMove } from '@/lib/api/endpoints/requests/move'

export const POST = makeMove.route
