export { type Authority, type AuthorityFile, authorityFile, loadAuthorities } from './authority.ts';
export { syncAuthorities } from './sync-authorities.ts';
