const mebibyte = 1024 * 1024

/**
 * What the embedded PostgreSQL is started with, by the machine's memory in bytes: its own defaults
 * are for a machine of twenty years ago. An eighth of the memory for its pages, a gibibyte at most;
 * checkpoints seldom enough that a page is not written to the log whole each minute. The planner's
 * own settings stay as they are.
 */
export function clusterSettings(memory: number): string[] {
  const buffers = Math.max(128, Math.min(1024, Math.floor(memory / 8 / mebibyte)))
  return [
    `shared_buffers=${buffers}MB`,
    'max_wal_size=4GB',
    'checkpoint_timeout=15min',
    'wal_compression=on',
  ].flatMap((setting) => ['-c', setting])
}
