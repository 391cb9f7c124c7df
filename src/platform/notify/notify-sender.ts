import { NotifyClient } from 'notifications-node-client';
import { type Address, readAddress } from './address.ts';
import { type Message, type MessageSender, never, type SendOutcome, sent, tryAgain } from './message.ts';

export type NotifyConfig = {
  readonly apiKey: string;
  /** GOV.UK Notify itself unless told otherwise. */
  readonly baseUrl?: string;
  /** A template of the council's Notify service with the subject ((subject)) and the body ((text)). */
  readonly emailTemplateId: string;
  /** A text message template with the body ((text)). Without it no text messages are sent. */
  readonly textTemplateId?: string;
  /** How long to wait for an answer, in milliseconds; thirty seconds unless told otherwise. */
  readonly timeoutMilliseconds?: number;
};

const notifyItself = 'https://api.notifications.service.gov.uk';

/**
 * Gives the sender that hands messages to GOV.UK Notify, e-mail and text. A message that Notify will not
 * take (400) is `never`; too many at once, a fault of Notify, no answer, and a key that it refuses (the
 * operator's to mend) are `try-again`. The message's id goes along as Notify's reference, so that an
 * operator can find it there.
 */
export function notifySender(config: NotifyConfig): MessageSender {
  const client = new NotifyClient(config.baseUrl ?? notifyItself, config.apiKey);
  const timeout = config.timeoutMilliseconds ?? 30_000;
  return {
    async send(message) {
      const to = readAddress(message.to);
      if (to === undefined) return never('address-unusable');
      if (to.by === 'text' && config.textTemplateId === undefined)
        return never('text-messages-not-configured');
      try {
        await within(timeout, hand({ client, config, message, to }));
        return sent;
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

async function hand(parts: {
  readonly client: NotifyClient;
  readonly config: NotifyConfig;
  readonly message: Message;
  readonly to: Address;
}): Promise<void> {
  const { client, config, message, to } = parts;
  const reference = message.id;
  if (to.by === 'email') {
    const personalisation = { subject: message.subject.replace(/\s+/g, ' '), text: message.text };
    await client.sendEmail(config.emailTemplateId, to.address, { personalisation, reference });
  } else {
    const personalisation = { text: message.text };
    await client.sendSms(config.textTemplateId ?? '', to.number, { personalisation, reference });
  }
}

/** The client waits for ever by itself; a job must not. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The client's errors carry the answer; its words are left out, since they may repeat the address. */
function outcomeOf(error: unknown): SendOutcome {
  const status = statusOf(error);
  if (status === undefined) return tryAgain('notify-no-answer');
  return status === 400 ? never('notify-400') : tryAgain(`notify-${status}`);
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined;
  return typeof response.status === 'number' ? response.status : undefined;
}
