import { submissionOutcome } from '@/lib/form-submissions/queries'

type Context = { params: Promise<{ id: string }> }

/**
 * What became of a form whose answer was lost, for the browser that drew its id: `{outcome, led}`;
 * 202 while it is at work.
 */
export async function GET(_: Request, { params }: Context) {
  const found = await submissionOutcome((await params).id, new Date())
  return Response.json(found, {
    status: found.outcome === 'at_work' ? 202 : 200,
    headers: { 'cache-control': 'no-store' },
  })
}
