import { noteCall } from '@/lib/api/endpoints/requests/note-call'

export const POST = noteCall.route
