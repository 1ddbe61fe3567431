// Writes the corpus into every free text that there is, through the writers and past the forms'
// checks; prints where it shows.
import { withDeskDatabase } from '@/lib/ops/command-line/with-desk-database'
import { corpus, textsOf } from './corpus'

await withDeskDatabase(async () => {
  const { createAccount } = await import('@/lib/accounts/commands')
  const { noteStep, makeMove, noteDuty } = await import('@/lib/writer')
  const { slipSecrets } = await import('@/lib/cancellation/crypto/slip-secrets')
  const { database } = await import('@/lib/db/client')
  const { publishSeed } = await import('@/lib/guide/commands/publish')
  const { guideToEdit } = await import('@/lib/guide/queries/editing')
  const { answerQuestion, takeQuestion } = await import('@/lib/questions/commands')
  const { createStore } = await import('@/lib/stores/commands')
  const { by, completed, must, opened } = await import('../../factories/requests')
  const now = new Date()
  const all = corpus.join(' ')
  const regions = (await database().region.findMany({ select: { code: true } })).map(
    ({ code }) => code,
  )
  await createStore({
    code: 'xss',
    nameZh: all,
    nameEn: all,
    addressZh: all,
    addressEn: all,
    phone: all,
    region: 'CN-SH',
    servesRegions: regions,
  })
  const account = async (email: string, role: 'staff' | 'reviewer') => {
    await createAccount({
      email,
      name: all,
      password: process.argv[2] ?? '',
      role,
      storeCode: 'xss',
    })
    return by(email)
  }
  const [clerk, judge] = [
    await account('xss-staff@example.test', 'staff'),
    await account('xss-reviewer@example.test', 'reviewer'),
  ]

  // The guide's Markdown, published for one place alone.
  const live = (
    await database().guide.findFirstOrThrow({
      where: { cardType: 'sim', channel: 'in_store', carrier: null },
    })
  ).id
  const general = await guideToEdit(live)
  const text = { zh: textsOf(1500).join('\n\n'), en: textsOf(1500).join('\n\n') }
  const content = structuredClone(general?.live) as {
    intro?: unknown
    steps: { id: string; text?: unknown; help?: unknown }[]
    materials: { text?: unknown; help?: unknown }[]
  }
  for (const part of [...content.steps, ...content.materials])
    for (const key of ['text', 'help'] as const) if (key in part) part[key] = text
  // Past the checks, which would not publish such addresses.
  await publishSeed(
    { cardType: 'sim', channel: 'in_store', carrier: 'china-broadnet', region: 'CN-QH' },
    content as never,
    now,
  )
  const guide = (
    await database().guide.findFirstOrThrow({
      where: { carrier: 'china-broadnet', region: 'CN-QH' },
    })
  ).id

  const record = await opened(
    {
      store: 'xss',
      phoneNumber: '13700550001',
      holder: {
        name: '柳注入',
        document: { type: 'passport', number: 'E88776655', country: 'CN' },
      },
      contact: { phone: '+8613700770001', email: 'xss@example.test' },
      carrier: 'china-broadnet',
      region: 'CN-QH',
    },
    now,
    clerk,
  )
  for (const words of textsOf(480))
    must(
      await noteStep({
        actor: clerk,
        seen: { reference: record.reference },
        step: 'balance',
        input: { amount: '1.00', route: 'cash', words },
        now,
      }),
    )
  const done = await completed(
    { store: 'xss', phoneNumber: '13700550002', contact: { phone: '+8613700770001' } },
    now,
    { clerk, judge },
  )
  await noteDuty({
    actor: clerk,
    reference: done.reference,
    duty: 'note_refund',
    input: { refund: 'paid', words: all.slice(0, 480) },
    now,
  })
  const rejected = await opened(
    { store: 'xss', phoneNumber: '13700550003', contact: { phone: '+8613700770001' } },
    now,
    clerk,
  )
  await makeMove({
    actor: clerk,
    seen: { reference: rejected.reference },
    move: 'withdraw',
    input: { reason: 'other', words: all.slice(0, 480) },
    now,
  })
  const { number } = await takeQuestion(
    {
      kind: 'complaint',
      words: all.slice(0, 1000),
      quoted: corpus[1]?.slice(0, 40),
      contact: 'xss@example.test',
    } as never,
    record.id,
    now,
  )
  const question = await database().question.findUniqueOrThrow({ where: { number } })
  await answerQuestion(
    clerk.id,
    clerk.memberships.flatMap(({ storeId }) => storeId ?? []),
    question.id,
    all.slice(0, 1000),
    now,
  )
  console.log(
    JSON.stringify({
      reference: record.reference,
      completed: done.reference,
      withdrawn: rejected.reference,
      link: (await slipSecrets(record.id, 1)).link,
      question: number,
      guide,
      account: clerk.id,
    }),
  )
  await database().$disconnect()
})
process.exit(0)
