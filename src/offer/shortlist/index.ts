export { keepPart } from './keep-part.ts';
export { sendToFriend } from './send-to-friend.ts';
