/** The smallest UUIDv7 (RFC 9562) that can be created at this moment, in milliseconds. */
export function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The timestamp of a UUIDv7 (RFC 9562). */
export const momentOfId = (id: string): Date =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
