import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { type CheckContext, preflight } from '@/lib/cancellation/queries/preflight'
import { limitedForm } from '@/lib/forms/limited-form'
import { readForm } from '@/lib/forms/read-form'

const largest = 128 * 1024

/**
 * What can be said of the record form before it is sent: faults and warnings at the fields, what is
 * offered, a live request. A route and not a server action: Next sends actions one after the other,
 * so that recording would wait for the check, and a check that ended late could undo the way to the
 * slip.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.open'))
    return Response.json({ error: 'not yours' }, { status: 403 })
  const form = await limitedForm(request, largest)
  const read = form && readForm(form)
  if (!read) return Response.json({ error: 'not a form' }, { status: 400 })
  if (read.ok)
    return Response.json(await preflight(viewer, read.value, new Date(), contextOf(form)))
  const { code, errors } = read.refusal
  if (code === 'form_malformed') return Response.json({ error: 'not a form' }, { status: 400 })
  return Response.json({
    errors: errors ?? {},
    warnings: {},
    offered: null,
    live: null,
    refused: null,
    questions: [],
    today: null,
  })
}

const textsOf = (form: FormData, name: string) =>
  form.getAll(name).filter((value) => typeof value === 'string')

const contextOf = (form: FormData): CheckContext => ({
  open: textsOf(form, '$open'),
  special: textsOf(form, '$special'),
  numberChecked: form.get('$numberChecked') === 'true',
})
