/**
 * Whether a step is likely to be done by what its form says: every question has its answer, and
 * nothing is left to wait for. What else may be wrong the server says.
 */
export function looksDone(form: HTMLFormElement): boolean {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  const asked = new Set(radios.map(({ name }) => name))
  const answers = radios.filter(({ checked }) => checked)
  return answers.length === asked.size && answers.every(({ value }) => value !== 'waiting')
}
