import type { SendOutcome } from '@/lib/sends/ids'

const everyMs = 2000

/**
 * Asks what became of a sending whose answer was lost, again and again until the desk knows (200).
 */
export async function lookForSend(id: string): Promise<SendOutcome> {
  for (;;) {
    try {
      const answer = await fetch(`/api/sends/${id}`)
      if (answer.status === 200) return await answer.json()
    } catch {
      // The line is not back yet.
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
