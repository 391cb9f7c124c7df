import type { Message, MessageSender } from './message.ts';
import { sent } from './message.ts';
import { type NotifyConfig, notifySender } from './notify-sender.ts';
import { type SmtpConfig, smtpSender } from './smtp-sender.ts';

/** How messages leave the house. */
export type SenderConfig =
  | ({ readonly by: 'notify' } & NotifyConfig)
  | ({ readonly by: 'smtp' } & SmtpConfig)
  /** For the demonstration: nothing leaves; `keep` gets each message for the outbox page. */
  | { readonly by: 'outbox'; readonly keep: (message: Message) => void | Promise<void> };

/** Gives the sender for a configuration. */
export function messageSender(config: SenderConfig): MessageSender {
  if (config.by === 'notify') return notifySender(config);
  if (config.by === 'smtp') return smtpSender(config);
  return {
    async send(message) {
      await config.keep(message);
      return sent;
    },
  };
}
