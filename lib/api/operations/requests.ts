import type { Operation } from '../operation'
import { documentAnswer, eventPage, requestAnswer, requestPage } from '../schemas/answers'
import { amendJson, factJson, moveJson } from '../schemas/by-name'
import {
  amendBody,
  eventsQuery,
  factBody,
  listQuery,
  moveBody,
  noQuery,
  openBody,
} from '../schemas/questions'

// Any day: only what is checked depends on it, not the form.
const anyDay = '2026-01-01'
const open = openBody(anyDay)
const one = { description: 'The request', schema: requestAnswer }

export const createRequest: Operation = {
  id: 'createRequest',
  method: 'post',
  path: '/requests',
  permission: 'request.open',
  query: noQuery,
  body: open,
  answers: { 201: one },
  problems: ['live_request', 'unmet', 'invalid'],
}
export const listRequests: Operation = {
  id: 'listRequests',
  method: 'get',
  path: '/requests',
  permission: 'request.read',
  query: listQuery,
  answers: { 200: { description: 'A page of requests', schema: requestPage } },
  problems: ['invalid'],
}
export const readRequest: Operation = {
  id: 'readRequest',
  method: 'get',
  path: '/requests/{reference}',
  permission: 'request.read',
  query: noQuery,
  answers: { 200: one },
  problems: ['not_found'],
}
export const amendRequest: Operation = {
  id: 'amendRequest',
  method: 'patch',
  path: '/requests/{reference}',
  permission: 'request.move',
  query: noQuery,
  body: amendBody,
  bodyJson: () => amendJson(anyDay),
  versioned: true,
  answers: { 200: one },
  problems: [
    'not_found',
    'stale',
    'version_needed',
    'live_request',
    'unmet',
    'wrong_state',
    'ended',
    'invalid',
  ],
}
export const listEvents: Operation = {
  id: 'listEvents',
  method: 'get',
  path: '/requests/{reference}/events',
  permission: 'request.read',
  query: eventsQuery,
  answers: { 200: { description: 'A page of events', schema: eventPage } },
  problems: ['not_found', 'invalid'],
}
export const noteFact: Operation = {
  id: 'noteFact',
  method: 'post',
  path: '/requests/{reference}/facts',
  permission: 'request.note',
  query: noQuery,
  body: factBody,
  bodyJson: factJson,
  versioned: true,
  answers: { 200: one },
  problems: ['not_found', 'stale', 'version_needed', 'unmet', 'unknown_step', 'invalid'],
}
export const makeMove: Operation = {
  id: 'makeMove',
  method: 'post',
  path: '/requests/{reference}/moves',
  permission: 'request.move',
  query: noQuery,
  body: moveBody,
  bodyJson: moveJson,
  versioned: true,
  answers: { 200: one },
  problems: ['not_found', 'stale', 'version_needed', 'unmet', 'wrong_state', 'ended', 'invalid'],
}
export const addDocument: Operation = {
  id: 'addDocument',
  method: 'post',
  path: '/requests/{reference}/documents',
  permission: 'request.note',
  query: noQuery,
  multipart: {
    type: 'object',
    required: ['file'],
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        description: 'JPEG, PNG, WebP or PDF, 20 MB at most',
      },
      material: { type: 'string', description: 'Of the step that asks for materials' },
      step: {
        type: 'string',
        description: 'Needed without a material: a step about which the customer was asked',
      },
    },
  },
  answers: { 201: { description: 'Kept', schema: documentAnswer } },
  problems: ['not_found', 'too_large', 'document_refused', 'wrong_state', 'ended', 'invalid'],
}
