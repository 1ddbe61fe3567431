// Beside the running desk: three stores with a request, a bag, a notice and a question each, people
// of every role, and a key. Prints where they are.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import { peopleAtTheDoors } from './people'

await withDeskDatabase(async () => {
  const { createAccount } = await import('@/lib/accounts/commands')
  const { createKey } = await import('@/lib/api/keys/commands')
  const { addDocument, noteWaiting } = await import('@/lib/writer')
  const { slipSecrets } = await import('@/lib/cancellation/crypto/slip-secrets')
  const { v7: uuidv7 } = await import('uuid')
  const { database } = await import('@/lib/db/client')
  const { narrowGuide } = await import('@/lib/guide/commands/drafts')
  const { makePreviewLink } = await import('@/lib/guide/commands/preview-links')
  const { publishDraft } = await import('@/lib/guide/commands/publish')
  const { createStore } = await import('@/lib/stores/commands')
  const { takeQuestion } = await import('@/lib/questions/commands')
  const { by, completed, opened, must } = await import('../../factories/requests')
  const now = new Date()
  const password = process.argv[2] ?? ''
  const accounts: Record<string, string> = {}
  const regions = (await database().region.findMany({ select: { code: true } })).map(
    ({ code }) => code,
  )
  for (const code of ['doors-a', 'doors-b', 'doors-c']) {
    await createStore({
      code,
      nameZh: code,
      nameEn: code,
      addressZh: '某路',
      addressEn: 'Road',
      phone: '021-5550 0199',
      region: 'CN-SH',
      servesRegions: regions,
    })
  }
  for (const [name, [first, ...more]] of Object.entries(peopleAtTheDoors)) {
    if (!first) continue
    const made = await createAccount({
      email: `${name}@doors.test`,
      name,
      password,
      role: first.role,
      ...(first.store && { storeCode: first.store }),
    })
    if (!made.ok) throw new Error(made.refusal.code)
    accounts[name] = made.value.id
    // Not by an administrator, whose guarded roles would wait for another's word.
    for (const { role, store } of more) {
      const { id: storeId } = await database().store.findUniqueOrThrow({ where: { code: store } })
      await database().membership.create({ data: { accountId: made.value.id, role, storeId } })
    }
  }
  const things: Record<string, object> = {}
  for (const [index, code] of ['doors-a', 'doors-b', 'doors-c'].entries()) {
    const clerk = await by(`keeper-${code.at(-1)}@doors.test`)
    const record = await opened(
      {
        store: code,
        phoneNumber: `1370066000${index}`,
        contact: { phone: `+861370077000${index}` },
      },
      now,
      clerk,
    )
    await noteWaiting({ actor: clerk, reference: record.reference, customerWaiting: false, now })
    const documents = Array.from({ length: 8 }, () => uuidv7())
    for (const id of documents)
      must(
        await addDocument({
          actor: clerk,
          reference: record.reference,
          document: {
            id,
            step: 'materials',
            material: 'identity_document',
            pages: [Buffer.from('page')],
          },
          now,
        }),
      )
    const done = await completed(
      {
        store: code,
        phoneNumber: `1370066100${index}`,
        contact: { phone: `+861370077000${index}` },
      },
      now,
      { clerk, judge: await by(`judge-${code.at(-1)}@doors.test`) },
    )
    const upload = uuidv7()
    await database().upload.create({
      data: {
        id: upload,
        requestId: record.id,
        step: 'materials',
        material: 'identity_document',
        byCustomer: true,
        length: 10,
        startedAt: now,
      },
    })
    // One for each knocker: whoever may delete it takes it from the next.
    const deskUploads = Array.from({ length: 8 }, () => uuidv7())
    const ofTheDesk = { requestId: record.id, step: 'materials', material: 'identity_document' }
    await database().upload.createMany({
      data: deskUploads.map((id) => ({
        ...{ id, ...ofTheDesk, byCustomer: false, length: 10, startedAt: now },
      })),
    })
    const store = await database().store.findUniqueOrThrow({ where: { code } })
    const bag = await database().bag.findFirstOrThrow({ where: { storeId: store.id } })
    const { number } = await takeQuestion({ kind: 'question', words: 'a question' }, record.id, now)
    const { kind, channel, textVersion, values } = await database().notice.findFirstOrThrow({
      where: { requestId: record.id },
    })
    const notices = Array.from({ length: 8 }, () => uuidv7())
    await database().notice.createMany({
      data: notices.map((id, place) => ({
        id,
        requestId: record.id,
        sequence: 100 + place,
        kind,
        channel,
        textVersion,
        values: values ?? {},
        state: 'dead',
        queuedAt: now,
      })),
    })
    const question = await database().question.findUniqueOrThrow({ where: { number } })
    things[code] = {
      reference: record.reference,
      completed: done.reference,
      completedLink: (await slipSecrets(done.id, done.slip.serial)).link,
      upload,
      deskUploads,
      version: record.version,
      documents,
      store: code,
      bag: bag.number,
      notices,
      question: question.id,
      questionNumber: number,
      link: (await slipSecrets(record.id, record.slip.serial)).link,
      phoneEnd: `000${index}`,
    }
  }
  const key = await createKey(
    null,
    { name: 'doors', role: 'staff', storeCodes: ['doors-a'], fullNumber: false },
    now,
  )
  // A narrower one that is published: a page of it says what it inherits, another shows a version.
  const admin = accounts.admin ?? ''
  const place = { cardType: 'sim', channel: 'in_store', carrier: 'china-telecom', region: 'CN-GS' }
  const narrowed = await narrowGuide(admin, place as Parameters<typeof narrowGuide>[1], now)
  if (!narrowed.ok) throw new Error(narrowed.refusal.code)
  const guide = narrowed.value.guideId
  const published = await publishDraft(admin, guide, 1, 'doors', now)
  if (!published.ok) throw new Error(published.refusal.code)
  const link = await makePreviewLink(admin, guide, now)
  console.log(
    JSON.stringify({
      ...{ accounts, things, guide },
      preview: link.ok ? link.value.key : '',
      key: key.ok ? key.value.text : '',
    }),
  )
  await database().$disconnect()
})
process.exit(0)
