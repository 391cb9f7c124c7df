export { type Address, readAddress } from './address.ts';
export { htmlPart } from './html-part.ts';
export { type Message, type MessageSender, messageForLog, type SendOutcome } from './message.ts';
export { messageSender, type SenderConfig } from './message-sender.ts';
export type { NotifyConfig } from './notify-sender.ts';
export type { SmtpConfig } from './smtp-sender.ts';
