import { withClient } from '../database/roles'

/**
 * Earlier versions let the queue keep a mail server's own words of a failed job: where an address
 * or a number may stand in them, they go.
 */
export const clearOldErrors = (url: string) =>
  withClient(url, (client) =>
    client.query(
      "update graphile_worker._private_jobs set last_error = null where last_error ~ '@|[0-9]{7}'",
    ),
  )
