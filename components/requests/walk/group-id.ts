/** The anchor of a step's group on the request's page. */
export const groupId = (step: string) => `group-${step}`
