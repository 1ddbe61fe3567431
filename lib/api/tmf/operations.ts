import type { Operation } from '../operation'
import { noQuery } from '../schemas/questions'
import { cancelBody, hubBody, productOrderBody } from './schemas'

// The face of TMF622 (docs/tmf622.md): calls of their own, outside the desk's description of its
// API.
export const createOrder: Operation = {
  id: 'tmfCreateOrder',
  method: 'post',
  path: '/productOrder',
  permission: 'request.open',
  query: noQuery,
  body: productOrderBody,
  answers: { 201: { description: 'The order' } },
  problems: ['live_request', 'unmet', 'invalid'],
}
export const readOrder: Operation = {
  id: 'tmfReadOrder',
  method: 'get',
  path: '/productOrder/{id}',
  permission: 'request.read',
  query: noQuery,
  answers: { 200: { description: 'The order' } },
  problems: ['not_found'],
}
export const cancelOrder: Operation = {
  id: 'tmfCancelOrder',
  method: 'post',
  path: '/cancelProductOrder',
  permission: 'request.move',
  query: noQuery,
  body: cancelBody,
  answers: { 201: { description: 'Done' } },
  problems: ['not_found', 'unmet', 'ended', 'invalid'],
}
export const registerListener: Operation = {
  id: 'tmfRegister',
  method: 'post',
  path: '/hub',
  permission: 'request.read',
  query: noQuery,
  body: hubBody,
  answers: { 201: { description: 'Registered' } },
  problems: ['invalid'],
}
export const removeListener: Operation = {
  id: 'tmfRemove',
  method: 'delete',
  path: '/hub/{id}',
  permission: 'request.read',
  query: noQuery,
  answers: { 204: { description: 'Removed' } },
  problems: ['not_found'],
}
