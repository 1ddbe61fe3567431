import { cancelOrder } from '@/lib/api/tmf/endpoints/cancel-order'

export const POST = cancelOrder.route
