import { readOrder } from '@/lib/api/tmf/endpoints/read-order'

export const GET = readOrder.route
