import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/notice'
import type { State } from '@/lib/cancellation/rules/workflow'

const tones: Record<State, Tone | 'quiet'> = {
  open: 'info',
  in_review: 'warn',
  needs_info: 'warn',
  closing: 'info',
  completed: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
}

export function StateBadge({ state }: { state: State }) {
  const t = useTranslations('words.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
