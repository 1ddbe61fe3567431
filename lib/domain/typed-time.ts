/**
 * A time of day as people type it (`9:00`, `0900`, `9：30`, `18点`), as `HH:MM`; null when it is
 * none.
 */
export function typedTime(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{1,2})(?:[:.点]?([0-5]\d)|点)?分?$/.exec(plain)
  const hour = Number(parts?.[1])
  if (!parts || hour > 23) return null
  return `${String(hour).padStart(2, '0')}:${parts[2] ?? '00'}`
}
