import type { SubmissionOutcome } from '@/lib/form-submissions/ids'

const everyMs = 2000

/** Polls the outcome of a submission whose response was lost, until the desk knows it (200). */
export async function pollSubmission(id: string): Promise<SubmissionOutcome> {
  for (;;) {
    try {
      const answer = await fetch(`/api/sends/${id}`)
      if (answer.status === 200) return await answer.json()
    } catch {
      // Still offline.
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
