import pino, { type LoggerOptions } from 'pino'
import { loggableError } from './plain-error'

/**
 * Logging options of every process: third-party error messages are omitted, since they may quote a
 * customer.
 */
export const logOptions: LoggerOptions = {
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  serializers: { err: loggableError },
}

/** The log of every process: JSON lines on standard error. Never log personal values. */
export const log = pino(logOptions, pino.destination(2))
