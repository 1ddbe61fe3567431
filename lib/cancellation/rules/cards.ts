/** What has to be asked about a card that comes back (P26), as it stands in the note's facts. */
export const cardQuestions = ['card_differs', 'card_elsewhere'] as const
export type CardQuestion = (typeof cardQuestions)[number]

/** What a card is found by: its first 19 characters, since not every one has its check digit. */
export const cardKey = (iccid: string) => iccid.slice(0, 19)

/**
 * Whether two ICCIDs name one card: some are printed or read without the check digit, so that one
 * has 19 characters and the other 20 (ITU-T E.118).
 */
export const sameCard = (one: string, other: string) =>
  one === other || (one.length !== other.length && cardKey(one) === cardKey(other))

/**
 * What is to be asked about a card that comes back: it is not the one that was recorded, or another
 * request has it, be that one live or ended. Null for what was not recorded.
 */
export const questionsOfCard = (
  returned: string,
  recorded: string | null,
  elsewhere: boolean,
): CardQuestion[] => [
  ...(recorded && !sameCard(returned, recorded) ? (['card_differs'] as const) : []),
  ...(elsewhere ? (['card_elsewhere'] as const) : []),
]
