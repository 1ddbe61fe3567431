import { canaries } from './canaries'
import { clock } from './clock'
import { disk } from './disk'
import { drill } from './drill'
import { frontDoor } from './front-door'
import { guessing } from './guessing'
import { kills } from './kills'
import { network } from './network'
import { outage } from './outage'
import { pool } from './pool'
import { sameTime } from './same-time'
import type { Trial } from './trial'

export const trials: readonly Trial[] = [
  canaries,
  frontDoor,
  guessing,
  sameTime,
  outage,
  kills,
  pool,
  network,
  disk,
  clock,
  drill,
]
