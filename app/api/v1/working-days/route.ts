import { readWorkingDay } from '@/lib/api/endpoints/working-days/read'

export const GET = readWorkingDay.route
