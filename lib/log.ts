import pino, { type LoggerOptions } from 'pino'
import { toldOf } from './plain-error'

/**
 * How every process logs: an error without the words of whoever it came from, which may quote a
 * customer.
 */
export const logOptions: LoggerOptions = {
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  serializers: { err: toldOf },
}

/** The log of every process: JSON lines on standard error. No personal value ever goes in. */
export const log = pino(logOptions, pino.destination(2))
