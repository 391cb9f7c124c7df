/** A message to one person, in the words that they will read. */
export type Message = {
  /** The message's own identifier; a repeated sending carries the same one. */
  readonly id: string;
  /** One e-mail address, or one telephone number for a text message. */
  readonly to: string;
  readonly subject: string;
  /** Plain text: paragraphs are parted by an empty line, and web addresses become links in e-mail. */
  readonly text: string;
  /** The name of the template, such as `stay-offered`. */
  readonly kind: string;
  /** What the council and the family call the matter, such as "SB-7K3P-9QXM". */
  readonly reference: string;
};

/**
 * How a sending ended. `try-again` is for what may mend by itself or by an operator; `never` is for what
 * will not, such as an address that does not exist. `problem` is a short code without personal data, fit
 * for logs and for the list of failed messages.
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'try-again'; readonly problem: string }
  | { readonly outcome: 'never'; readonly problem: string };

/** The way out of the house for messages. It never throws for what the world does; retrying is the job's affair. */
export type MessageSender = { send(message: Message): Promise<SendOutcome> };

export const sent: SendOutcome = { outcome: 'sent' };

/** Gives the outcome for a failure that may pass. */
export function tryAgain(problem: string): SendOutcome {
  return { outcome: 'try-again', problem };
}

/** Gives the outcome for a failure that will not pass. */
export function never(problem: string): SendOutcome {
  return { outcome: 'never', problem };
}

/** All that a log may say of a message: neither who, nor what. */
export function messageForLog(message: Message): { readonly id: string; readonly kind: string } {
  return { id: message.id, kind: message.kind };
}
