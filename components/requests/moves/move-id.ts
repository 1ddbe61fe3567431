import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'

/** The anchor of a move's form on the request's page. */
export const moveId = (move: LaterMove) => `move-${move}`
