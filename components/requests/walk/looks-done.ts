/**
 * Whether the form looks complete: every question is answered and nothing is left to wait for. The
 * server reports anything else.
 */
export function looksDone(form: HTMLFormElement): boolean {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  const asked = new Set(radios.map(({ name }) => name))
  const answers = radios.filter(({ checked }) => checked)
  return answers.length === asked.size && answers.every(({ value }) => value !== 'waiting')
}
