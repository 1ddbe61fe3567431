import pino from 'pino'

/** The log of every process: JSON lines on standard error. No personal value ever goes in. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null }, pino.destination(2))
