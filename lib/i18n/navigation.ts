import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing'

export const { Link: LinkInLanguage, usePathname, useRouter } = createNavigation(routing)
