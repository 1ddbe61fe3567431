import { begin } from './upload-server'

/**
 * Photos and PDFs of documents come in by tus 1.0, so that a broken line goes on where it broke.
 */
export const POST = (request: Request) => begin(request)
