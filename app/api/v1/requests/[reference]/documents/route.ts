import { addDocument } from '@/lib/api/endpoints/requests/send-document'

export const POST = addDocument.route
