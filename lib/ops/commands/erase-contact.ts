// npm run erase:contact: questions and drafts about a person without a request.
import { database } from '@/lib/db/client'
import { personHashes } from '@/lib/db/person-hashes'
import { sqlTransaction } from '@/lib/db/sql'
import { eraseDrafts } from '@/lib/drafts/erasure/commands'
import { readReference } from '@/lib/domain/identifiers/reference'
import { personsIn } from '@/lib/domain/identifiers/persons'
import { eraseQuestion, eraseQuestionsOf } from '@/lib/questions/erasure/commands'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { readSecretLine } from '../command-line/read-secret-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run erase:contact

Reads one line from standard input: a phone number, an e-mail address, or the number of a question.
Destroys that person's questions without a request and the drafts that contain them, and adds the
questions to the list of erasures. Requests are erased by a reviewer on their own pages. Verify
first that the person asks for it.
Exit codes: 0 erased, or nothing found, 1 not erased, 2 usage error.`

await runCommand(help, {}, async () => {
  const line = await readSecretLine('Phone number, e-mail address or number of a question: ')
  if (!line.trim()) throw new NotUnderstood()
  if (personsIn([line]).length === 0)
    throw new Problem(
      'This is neither a phone number nor an e-mail address nor the number of a question.',
    )
  const { questions, drafts } = await withDeskDatabase(async () => {
    const now = new Date()
    const number = readReference(line)
    const own = number !== null && (await eraseQuestion(number, now)) ? 1 : 0
    const persons = await personHashes([line])
    const found = await sqlTransaction(async (tx) => ({
      questions: await eraseQuestionsOf(tx, persons, now),
      drafts: await eraseDrafts(tx, null, persons),
    }))
    await database().$disconnect()
    return { ...found, questions: found.questions + own }
  })
  console.log(
    `✓ Destroyed: ${questions} questions, ${drafts} drafts. Their pages: npm run erase:sweep.`,
  )
  return 0
})
