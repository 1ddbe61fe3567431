/**
 * Contacts of the demo's fictitious people: `+86 139 0013 90xx`, and mail under `.test`, which is
 * never delivered (RFC 2606).
 */
export const isDemoContact = (to: string) => /^\+86139001390\d{2}$/.test(to) || /\.test$/i.test(to)
