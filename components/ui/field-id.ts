/** The id of a field by its name; the type after the colon (`consent:boolean`) does not count. Error links lead to it. */
export const fieldId = (name: string, value?: string) => `field-${[name.split(':')[0], value].filter(Boolean).join('-').replace(/[^A-Za-z0-9]/g, '-')}`
