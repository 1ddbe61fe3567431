import { canaries } from './canaries'
import { guessing } from './guessing'
import { kills } from './kills'
import { outage } from './outage'
import { sameTime } from './same-time'
import type { Trial } from './trial'

export const trials: readonly Trial[] = [canaries, guessing, sameTime, outage, kills]
