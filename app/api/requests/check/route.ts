import { staffQuestion } from '@/lib/auth/question'
import { preflight } from '@/lib/cancellation/queries/preflight'
import { fromForm } from '@/lib/forms/form-state'

const check = staffQuestion('request.open', (viewer, form: FormData) => preflight(viewer, fromForm(form), new Date()))

/**
 * What can be said of the record form before it is sent: faults and warnings at the fields, what is offered, a live
 * request. A route and not a server action: Next sends actions one after the other, so that recording would wait for
 * the check, and a check that ended late could undo the way to the slip.
 */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return Response.json({ error: 'not a form' }, { status: 400 })
  const found = await check(form)
  return found ? Response.json(found) : Response.json({ error: 'not yours' }, { status: 403 })
}
