import { placeOrder } from '@/lib/api/tmf/endpoints/place-order'

export const POST = placeOrder.route
