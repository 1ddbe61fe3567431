/**
 * Node arguments of the web process. By default the heap would grow by gigabytes on a large machine
 * before a full collection; the live set is a quarter of this (docs/performance.md). With twice the
 * young generation, an export of a million rows grew by 62 to 65 MB after idling instead of 54 to
 * 57, and lists were no faster.
 */
export const webArguments = [
  '--max-old-space-size=320',
  '--max-semi-space-size=4',
  'lib/ops/web/server.mjs',
]

/** Node arguments of the jobs process. */
export const jobsArguments = ['lib/ops/launch.mjs', 'lib/ops/jobs/run']
