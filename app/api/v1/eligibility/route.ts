import { checkEligibility } from '@/lib/api/endpoints/eligibility/check'

export const GET = checkEligibility.route
