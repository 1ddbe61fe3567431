import { describe, expect, it } from 'vitest'
import { startStep } from '@/lib/guide/start'

describe('the questions before the guide', () => {
  it.each([
    [{}, { ask: 'wish' }],
    [{ wish: 'keep' }, { advise: 'keep' }],
    [{ wish: 'phone', card: 'esim', channel: 'online' }, { advise: 'phone' }],
    [{ wish: 'lost' }, { advise: 'lost' }],
    [{ wish: 'leave' }, { ask: 'card' }],
    [{ wish: 'leave', card: 'esim' }, { ask: 'channel' }],
    [
      { wish: 'leave', card: 'esim', channel: 'online' },
      { lead: { cardType: 'esim', channel: 'online' } },
    ],
    [{ wish: 'leave', card: 'paper', channel: 'online' }, { ask: 'card' }],
    [{ wish: '<script>' }, { ask: 'wish' }],
    [{ wish: ['keep', 'leave'] as unknown as string }, { ask: 'wish' }],
  ])('%o lead to %o', (answers, step) => expect(startStep(answers)).toMatchObject(step))
})
