/**
 * How the web process is started. Node would let the heap of a machine with much memory grow by
 * gigabytes before it looks for what can go; what the desk holds on to is a quarter of this
 * (docs/performance.md). With twice the room for what is young, an export of a million grew by 62
 * to 65 MB after an idle time instead of 54 to 57, and lists were no quicker.
 */
export const webArguments = [
  '--max-old-space-size=320',
  '--max-semi-space-size=4',
  'lib/ops/web/server.mjs',
]

/** How the jobs process is started. */
export const jobsArguments = ['lib/ops/launch.mjs', 'lib/ops/jobs/run']
