/**
 * The id of a field in the form of that scope, by its name, without the type suffix
 * (`consent:boolean`): what error links lead to, from wherever on the page.
 */
export const fieldAddress = (scope: string, name: string, value?: string): string =>
  ['field', scope, name.split(':')[0], value]
    .filter(Boolean)
    .join('-')
    .replace(/[^A-Za-z0-9]/g, '-')
