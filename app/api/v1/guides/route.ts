import { readGuide } from '@/lib/api/endpoints/guides/read'

export const GET = readGuide.route
