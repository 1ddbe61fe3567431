import { languageAsked } from '@/lib/api/words'
import { localPath } from '@/lib/i18n/address'

/** The readable page of the API stands among the desk's pages, in the reader's language. */
export const GET = (request: Request) =>
  new Response(null, {
    status: 303,
    headers: {
      location: localPath(languageAsked(request.headers.get('accept-language')), '/developers'),
    },
  })
