import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { removeWebhook } from '../../webhooks/commands'

/** Ends a subscription. */
export const deleteWebhook = defineOperation({
  id: 'deleteWebhook',
  method: 'delete',
  path: '/webhooks/{id}',
  permission: 'request.read',
  answers: { 204: { description: 'Ended' } },
  problems: ['not_found'],
  handler: async ({ caller, params }) =>
    (await removeWebhook(caller.id, params.id)) ? { status: 204 } : problem('not_found'),
})
