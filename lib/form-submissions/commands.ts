import { redirect } from 'next/navigation'
import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { asSubmission } from '@/lib/db/call-effect'
import { sqlDatabase } from '@/lib/db/sql'
import { type FormState, hiddenField, refusedForm } from '@/lib/forms/form-state'
import { log } from '@/lib/log'
import { isSubmissionId, submissionField } from './ids'
import { crashedAfterMs } from './queries'

const keptHours = 24
const isTaken = ({ status }: FormState) =>
  status === 'done' || status === 'kept' || status === 'shown'

/**
 * Runs a form's work once, however often its submission arrives: after a broken connection the
 * browser resends it under the same id. The outcome is kept for a day, without the form's content.
 * Changes of a request mark their submission within their own transaction (`noteEffect`). A form
 * submitted before its scripts loaded has no id.
 */
export async function submitOnce(
  form: FormData,
  work: () => Promise<FormState>,
): Promise<FormState> {
  const id = hiddenField(form, submissionField)
  if (!isSubmissionId(id)) return work()
  if (!(await claim(id))) return answerAgain(id)
  try {
    const state = await asSubmission(id, work)
    await settle(id, isTaken(state) ? 'taken' : 'refused')
    return state
  } catch (error) {
    await (isRedirectError(error)
      ? settle(id, 'taken', getURLFromRedirectError(error))
      : settle(id, 'refused'))
    throw error
  }
}

/** Whether this arrival runs the work: the first one, or one after a refusal or a crash. */
async function claim(id: string): Promise<boolean> {
  const now = new Date()
  const crashedBefore = new Date(now.getTime() - crashedAfterMs)
  const claimedRow = await sqlDatabase()
    .insertInto('form_send')
    .values({ id, state: 'at_work', begun_at: now })
    .onConflict((clash) =>
      clash
        .column('id')
        .doUpdateSet({ state: 'at_work', begun_at: now })
        .where((where) =>
          where.or([
            where('form_send.state', '=', 'refused'),
            where.and([
              where('form_send.state', '=', 'at_work'),
              where('form_send.begun_at', '<', crashedBefore),
            ]),
          ]),
        ),
    )
    .returning('id')
    .executeTakeFirst()
  return claimedRow !== undefined
}

async function answerAgain(id: string): Promise<FormState> {
  const found = await sqlDatabase()
    .selectFrom('form_send')
    .select(['state', 'led'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found?.state !== 'taken') return refusedForm('at_work')
  return found.led ? redirect(found.led) : { status: 'done' }
}

/**
 * An accepted submission stays accepted, whatever failed afterwards; a failure to record that does
 * not change the answer.
 */
async function settle(id: string, state: 'taken' | 'refused', led: string | null = null) {
  await sqlDatabase()
    .updateTable('form_send')
    .set({ state, led })
    .where('id', '=', id)
    .$if(state === 'refused', (query) => query.where('state', '=', 'at_work'))
    .execute()
    .catch((error) => log.error({ err: error }, 'what became of a form was not noted'))
}

/** Deletes expired submissions. */
export const clearSubmissions = async (now: Date) =>
  void (await sqlDatabase()
    .deleteFrom('form_send')
    .where('begun_at', '<', new Date(now.getTime() - keptHours * 3_600_000))
    .execute())
