import type { Tone } from '@/components/ui/notice'
import type { NoticeState } from '@/lib/notices/outbox/states'

/** The badge's tone for each state of a notice. */
export const noticeTone: Record<NoticeState, Tone | 'quiet'> = {
  queued: 'info',
  sending: 'info',
  sent: 'good',
  waiting: 'warn',
  kept: 'quiet',
  skipped: 'quiet',
  dead: 'bad',
}
