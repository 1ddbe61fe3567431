/** One message on its way: `id` is the same at every try, so that whoever takes it can tell a second one. */
export type Outgoing = { id: string; to: string; subject: string; text: string }

/** Takes a message to where it goes; returns once it was accepted. Throws `NotAccepted`, or any error when it is not known. */
export interface Gateway {
  send(message: Outgoing): Promise<void>
}

/** The gateway said no: for good, or for now. */
export class NotAccepted extends Error {
  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message)
  }
}
