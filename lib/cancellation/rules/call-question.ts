/**
 * What makes a reviewer say why before an online request is approved: the carrier rings back, and
 * nobody has answered (P15).
 */
export const callQuestion = 'call_unanswered'
