export { type KeptMessage, keepMessage, type MessageState, messageBy, newestMessages } from './messages.ts';
export { type Outbox, outbox, outboxQueues } from './outbox.ts';
export { readMailServer, type WayOutConfig, wayOut } from './way-out.ts';
