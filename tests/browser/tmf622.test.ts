import { residentId } from '@/lib/ops/seed/demo-people'
import { client, keyOf } from './api-client'
import { at, expect, test } from './counter'

const order = (phoneNumber: string, more: object[] = []) => ({
  '@type': 'ProductOrder',
  externalId: 'BSS-1',
  priority: '4',
  channel: [{ id: 'in_store' }],
  relatedParty: [{ '@referredType': 'Individual', role: 'customer', name: '订单测试' }],
  productOrderItem: [
    {
      id: '100',
      action: 'delete',
      quantity: 1,
      product: {
        '@type': 'Product',
        productCharacteristic: [
          ...Object.entries({
            store: 'demo',
            cardType: 'sim',
            carrier: 'china-mobile',
            region: 'CN-SH',
            phoneNumber,
            holderDocumentType: 'resident_id',
            holderDocumentNumber: residentId(700),
            contactPhone: '+8613912345678',
            reason: 'cost',
            consent: true,
          }).map(([name, value]) => ({ name, value })),
          ...more,
        ],
      },
    },
  ],
})

test('a product order that deletes a number is followed to its cancellation', async () => {
  const key = keyOf('staff')
  const [tmf, desk] = [client(key, at('/tmf-api/productOrderingManagement/v4')), client(key)]
  const reviewer = client(keyOf('reviewer'))
  const made = await tmf('POST', '/productOrder', order('13800135001'))
  expect(made.status).toBe(201)
  const { id: reference } = made.body
  expect(made.body).toMatchObject({
    '@type': 'ProductOrder',
    state: 'acknowledged',
    productOrderItem: [{ action: 'delete', state: 'acknowledged' }],
  })
  expect(made.headers.get('location')).toBe(
    `/tmf-api/productOrderingManagement/v4/productOrder/${reference}`,
  )
  expect(made.text).not.toContain('13800135001')
  expect((await desk('GET', `/requests/${reference}`)).body.state).toBe('open')

  const stateOf = async () => (await tmf('GET', `/productOrder/${reference}`)).body.state
  const note = async (body: object) =>
    desk('POST', `/requests/${reference}/facts`, body, {
      'if-match': `"${(await desk('GET', `/requests/${reference}`)).body.version}"`,
    })
  const move = async (by: typeof desk, body: object) =>
    by('POST', `/requests/${reference}/moves`, body, {
      'if-match': `"${(await desk('GET', `/requests/${reference}`)).body.version}"`,
    })
  const obligations = (contract: object) => ({
    step: 'obligations',
    items: {
      ...Object.fromEntries(
        [
          'arrears',
          'vanity_number',
          'bundle',
          'enterprise_group',
          'dispute',
          'protective_suspension',
        ].map((code) => [code, { state: 'not_applicable' }]),
      ),
      contract,
    },
  })
  await note(obligations({ state: 'waiting', clearsOn: '2099-01-01' }))
  expect(await stateOf()).toBe('held')
  await note(obligations({ state: 'cleared' }))
  for (const body of [
    {
      step: 'materials',
      items: Object.fromEntries(
        ['identity_document', 'identity_copy', 'card', 'payment_proof'].map((material) => [
          material,
          { state: 'present' },
        ]),
      ),
    },
    { step: 'balance', amount: '0', route: 'none' },
    { step: 'advice', accountsUnbound: true, cannotBeUndone: true },
    { step: 'application_form', signed: true },
    {
      step: 'identity_check',
      matchedBy: 'carrier_record',
      applicantChecked: true,
      numberMatched: true,
      readBack: true,
    },
    { step: 'card_return', state: 'lost', words: '丢了' },
  ])
    expect((await note(body)).status, JSON.stringify(body)).toBe(200)
  await move(desk, { move: 'submit' })
  expect(await stateOf()).toBe('inProgress')
  await move(reviewer, { move: 'ask', items: [{ step: 'materials', words: '看不清' }] })
  expect(await stateOf()).toBe('pending')
  const cancelled = await tmf('POST', '/cancelProductOrder', {
    productOrder: { id: reference },
    cancellationReason: '改变主意',
  })
  expect(cancelled.status).toBe(201)
  expect(cancelled.body).toMatchObject({ '@type': 'CancelProductOrder', state: 'done' })
  expect(await stateOf()).toBe('cancelled')
  expect(
    (await tmf('POST', '/cancelProductOrder', { productOrder: { id: reference } })).body.type,
  ).toBe('urn:cancellation-desk:problem:ended')
})

test('refuses unsupported orders with a message', async () => {
  const tmf = client(keyOf('staff'), at('/tmf-api/productOrderingManagement/v4'))
  const right = order('13800135002')
  expect(
    (
      await tmf('POST', '/productOrder', {
        ...right,
        productOrderItem: [{ ...right.productOrderItem[0], action: 'add' }],
      })
    ).body.errors,
  ).toMatchObject([{ pointer: '/productOrderItem/0/action', code: 'action_not_offered' }])
  expect(
    (
      await tmf('POST', '/productOrder', {
        ...right,
        productOrderItem: [right.productOrderItem[0], right.productOrderItem[0]],
      })
    ).body.errors,
  ).toMatchObject([{ code: 'one_item_alone' }])
  expect(
    (
      await tmf(
        'POST',
        '/productOrder',
        order('13800135002', [{ name: 'servicePassword', value: '1' }]),
      )
    ).body.errors,
  ).toMatchObject([{ pointer: '/characteristic servicePassword', code: 'unknown_field' }])
  expect((await tmf('GET', '/productOrder/222222222222')).status).toBe(404)
  expect((await tmf('POST', '/hub', { callback: 'http://127.0.0.1/' })).body.errors).toMatchObject([
    { pointer: '/callback', code: 'address_not_allowed' },
  ])
  expect((await tmf('DELETE', '/hub/0197b1c0-0000-7000-8000-000000000001')).status).toBe(404)
})
