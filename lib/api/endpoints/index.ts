import type { Operation } from '../operation'
import { listCarriers } from './carriers/list'
import { checkEligibility } from './eligibility/check'
import { readGuide } from './guides/read'
import { amendRequest } from './requests/amend'
import { listEvents } from './requests/events'
import { listRequests } from './requests/list'
import { makeMove } from './requests/move'
import { noteCall } from './requests/note-call'
import { noteFact } from './requests/note'
import { createRequest } from './requests/open'
import { readRequest } from './requests/read'
import { addDocument } from './requests/send-document'
import { listWebhooks } from './webhooks/list'
import { createWebhook } from './webhooks/subscribe'
import { deleteWebhook } from './webhooks/unsubscribe'
import { readWorkingDay } from './working-days/read'

/** Every call of the API, in the order in which its documentation tells them. */
export const operations: readonly Operation[] = [
  createRequest,
  listRequests,
  readRequest,
  listEvents,
  noteFact,
  noteCall,
  addDocument,
  amendRequest,
  makeMove,
  readGuide,
  checkEligibility,
  listCarriers,
  readWorkingDay,
  createWebhook,
  listWebhooks,
  deleteWebhook,
]
