import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { removeWebhook } from '../../webhooks/commands'

/** Removes a listener. */
export const removeListener = defineOperation({
  id: 'tmfRemove',
  method: 'delete',
  path: '/hub/{id}',
  permission: 'request.read',
  answers: { 204: { description: 'Removed' } },
  problems: ['not_found'],
  handler: async ({ caller, params }) =>
    (await removeWebhook(caller.id, params.id)) ? { status: 204 } : problem('not_found'),
})
