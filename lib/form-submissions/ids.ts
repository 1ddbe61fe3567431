/** The hidden field with a submission's id. */
export const submissionField = '$attempt'

/**
 * An unguessable id: 128 bits as two numbers. Uses `getRandomValues`, which is also available over
 * plain HTTP.
 */
export const newSubmissionId = () => crypto.getRandomValues(new BigUint64Array(2)).join('-')

export const isSubmissionId = (text: string) => /^\d{1,20}-\d{1,20}$/.test(text)

/**
 * The outcome of a submission: `none` never arrived, `unknown` was being processed when its process
 * ended.
 */
export type SubmissionOutcome = {
  outcome: 'taken' | 'refused' | 'at_work' | 'unknown' | 'none'
  led: string | null
}
