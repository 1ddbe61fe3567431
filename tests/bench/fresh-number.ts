// Others in each run: the database is kept from one to the next.
let numbers = Date.now() % 100_000_000

/** A mobile number that no request of the bench has had, as it is typed. */
export function freshNumber(): string {
  numbers = (numbers + 1) % 100_000_000
  return `137${String(numbers).padStart(8, '0')}`
}
