import type { Operation } from '../operation'
import {
  createWebhook,
  deleteWebhook,
  listCarriers,
  listWebhooks,
  readGuide,
  readWorkingDay,
} from './reading'
import {
  addDocument,
  amendRequest,
  createRequest,
  listEvents,
  listRequests,
  makeMove,
  noteFact,
  readRequest,
} from './requests'

/** Every call of the API, in the order in which its documentation tells them. */
export const operations: readonly Operation[] = [
  createRequest,
  listRequests,
  readRequest,
  listEvents,
  noteFact,
  addDocument,
  amendRequest,
  makeMove,
  readGuide,
  listCarriers,
  readWorkingDay,
  createWebhook,
  listWebhooks,
  deleteWebhook,
]
