/** A CSV as a file to be kept. */
export const csvAnswer = (name: string, text: string) =>
  new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' } })
