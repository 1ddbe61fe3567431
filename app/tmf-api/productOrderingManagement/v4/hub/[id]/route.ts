import { removeListener } from '@/lib/api/tmf/endpoints/remove-listener'

export const DELETE = removeListener.route
