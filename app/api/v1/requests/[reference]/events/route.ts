import { listEvents } from '@/lib/api/endpoints/requests/events'

export const GET = listEvents.route
