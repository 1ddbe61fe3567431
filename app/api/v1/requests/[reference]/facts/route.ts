import { noteFact } from '@/lib/api/endpoints/requests/note'

export const POST = noteFact.route
