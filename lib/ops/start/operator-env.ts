import { type OperatorEnv, readOperatorEnv } from '@/lib/env'
import { Problem, messageOf } from '../command-line/problem'

/** The operator's settings; invalid ones are reported as a Problem that names each variable. */
export function operatorEnv(): OperatorEnv {
  try {
    return readOperatorEnv()
  } catch (error) {
    throw new Problem(`The environment is not right (README, "Environment"):\n${messageOf(error)}`)
  }
}
