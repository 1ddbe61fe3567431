import { totalmem } from 'node:os'

const mebibyte = 1024 * 1024

/**
 * Settings of the embedded PostgreSQL for a machine's memory in bytes, as the defaults suit far
 * smaller machines: an eighth of the memory for shared buffers, at most 1 GiB, and infrequent
 * checkpoints, to reduce full-page writes. Planner settings keep their defaults.
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

/** The memory that this process may use, in bytes: a container's limit, or the machine's. */
export const memoryHere = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || totalmem())
