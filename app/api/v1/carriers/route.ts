import { listCarriers } from '@/lib/api/endpoints/carriers/list'

export const GET = listCarriers.route
