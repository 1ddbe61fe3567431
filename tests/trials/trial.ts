/** What was tried how often, and each thing that broke. */
export type Found = { tried: string; broken: string[] }
/** An experiment at a size; each brings up what it needs and takes it down again. */
export type Trial = {
  name: string
  what: string /** At which size it runs in npm test; null: there it does not. */
  small: number | null
  usual: number
  run(size: number): Promise<Found>
}

/** Runs `work` for each of so many, at most `atOnce` of them at a time. */
export async function each(count: number, atOnce: number, work: (place: number) => Promise<void>) {
  let next = 0
  const line = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, line))
}
