const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text has the form of a UUID: checked before it is used in a query. */
export const isUuid = (text: string) => pattern.test(text)
