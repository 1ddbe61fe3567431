import { registerListener } from '@/lib/api/tmf/endpoints/register-listener'

export const POST = registerListener.route
