import type { Operation } from '../operation'
import {
  carriersAnswer,
  guideAnswer,
  webhookList,
  webhookMade,
  workingDay,
} from '../schemas/answers'
import { guideQuery, noQuery, webhookBody, workingDaysQuery } from '../schemas/questions'

export const readGuide: Operation = {
  id: 'readGuide',
  method: 'get',
  path: '/guides',
  permission: 'request.read',
  query: guideQuery,
  answers: { 200: { description: 'The guide', schema: guideAnswer } },
  problems: ['not_found', 'invalid'],
}
export const listCarriers: Operation = {
  id: 'listCarriers',
  method: 'get',
  path: '/carriers',
  permission: 'request.read',
  query: noQuery,
  answers: { 200: { description: 'All carriers', schema: carriersAnswer } },
  problems: [],
}
export const readWorkingDay: Operation = {
  id: 'readWorkingDay',
  method: 'get',
  path: '/working-days',
  permission: 'request.read',
  query: workingDaysQuery,
  answers: { 200: { description: 'The day', schema: workingDay } },
  problems: ['invalid'],
}
export const createWebhook: Operation = {
  id: 'createWebhook',
  method: 'post',
  path: '/webhooks',
  permission: 'request.read',
  query: noQuery,
  body: webhookBody,
  answers: { 201: { description: 'The subscription, with its secret', schema: webhookMade } },
  problems: ['invalid'],
}
export const listWebhooks: Operation = {
  id: 'listWebhooks',
  method: 'get',
  path: '/webhooks',
  permission: 'request.read',
  query: noQuery,
  answers: { 200: { description: 'Subscriptions', schema: webhookList } },
  problems: [],
}
export const deleteWebhook: Operation = {
  id: 'deleteWebhook',
  method: 'delete',
  path: '/webhooks/{id}',
  permission: 'request.read',
  query: noQuery,
  answers: { 204: { description: 'Ended' } },
  problems: ['not_found'],
}
