/**
 * How the web process is started. Node would let the heap of a machine with much memory grow by gigabytes before it looks
 * for what can go; what the desk holds on to is a quarter of this (docs/performance.md).
 */
export const webArguments = ['--max-old-space-size=320', '--max-semi-space-size=8', 'lib/ops/web.mjs']
