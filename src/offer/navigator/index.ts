export { type Navigator, thriveGroups } from './domain/navigator.ts';
export { navigatorOn } from './navigator-file.ts';
