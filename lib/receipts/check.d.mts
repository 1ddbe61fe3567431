export function checkReceipt(
  published: { keys: { kid: string; kty: string; crv: string; x: string }[] },
  text: string,
): Record<string, string> | null
export function signedTextIn(given: string): string
