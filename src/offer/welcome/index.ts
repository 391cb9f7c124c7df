export { callLink, contactList } from './pages/contact.ts';
