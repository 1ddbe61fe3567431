export const questionKinds = ['question', 'complaint'] as const
export type QuestionKind = (typeof questionKinds)[number]
