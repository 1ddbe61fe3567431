import type { SendOutcome } from '@/lib/sends/ids'

const everyMs = 2000

/** Waits a while, or until the browser has a line again. */
const pause = () =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, everyMs)
    addEventListener('online', go)
  })

/** Asks what became of a sending whose answer was lost, again and again until the desk says so. */
export async function lookForSend(id: string): Promise<SendOutcome> {
  for (;;) {
    const answer = await fetch(`/api/sends/${id}`, { cache: 'no-store' }).catch(() => null)
    const found = answer?.ok ? ((await answer.json().catch(() => null)) as SendOutcome | null) : null
    if (found && found.outcome !== 'at_work') return found
    await pause()
  }
}
