import { sendOutcome } from '@/lib/sends/queries'

type Context = { params: Promise<{ id: string }> }

/** Whether a form was taken whose answer was lost, for the browser that drew its id: `{outcome, led}`. */
export async function GET(_: Request, { params }: Context) {
  return Response.json(await sendOutcome((await params).id, new Date()), { headers: { 'cache-control': 'no-store' } })
}
