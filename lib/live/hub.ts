import 'server-only'
import { Client } from 'pg'
import { log } from '@/lib/log'

/** Notification of a changed request or guide: only ids and its version, no content. */
export type Notification =
  | { kind: 'changed'; request: string; store: string; version: number; by: string | null }
  | { kind: 'presence'; request: string }
  | { kind: 'guide_changed'; guide: string; version: number; by: string | null }
  | { kind: 'guide_presence'; guide: string }
  | { kind: 'missed' }
type Listener = (told: Notification) => void

const channels = {
  request_changed: 'changed',
  request_presence: 'presence',
  guide_changed: 'guide_changed',
  guide_presence: 'guide_presence',
} as const
const retryAfter = 2000

/** A single listening connection per process, however many pages are open. */
class Hub {
  private listeners = new Set<Listener>()
  private client: Client | null = null

  /** Subscribes to all notifications; returns the function that unsubscribes. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    if (!this.client) void this.connect()
    return () => this.listeners.delete(listener)
  }

  private async connect() {
    const client = new Client({
      connectionString: process.env.DIRECT_DATABASE_URL,
      connectionTimeoutMillis: 5000,
    })
    this.client = client
    const lost = (error?: Error) => {
      if (this.client !== client) return
      this.client = null
      if (error) log.warn({ err: error }, 'live updates lost their connection')
      client.end().catch(() => {})
      if (this.listeners.size) setTimeout(() => !this.client && void this.connect(), retryAfter)
    }
    client.on('error', lost)
    client.on('end', () => lost())
    client.on('notification', ({ channel, payload }) => {
      const kind = channels[channel as keyof typeof channels]
      this.tell({ kind, ...(JSON.parse(payload ?? '{}') as object) } as Notification)
    })
    try {
      await client.connect()
      for (const channel of Object.keys(channels)) await client.query(`listen ${channel}`)
      // Notifications may have been missed while disconnected: every subscriber must refresh.
      this.tell({ kind: 'missed' })
    } catch (error) {
      lost(error as Error)
    }
  }

  private tell(told: Notification) {
    for (const listener of this.listeners) listener(told)
  }
}

const holder = globalThis as { deskHub?: Hub }

/** The hub of this process. */
export function hub(): Hub {
  holder.deskHub ??= new Hub()
  return holder.deskHub
}
