/** Polls every 50 ms until the answer is true; throws after `patience` milliseconds. */
export async function until(ask: () => Promise<boolean>, patience: number) {
  const deadline = Date.now() + patience
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`timed out after ${patience} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
