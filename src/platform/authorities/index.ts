export { type Authority, type AuthorityFile, authorityFile, loadAuthorities } from './authority.ts';
export { authorityOfPostcode } from './authority-of-postcode.ts';
export { holidaysOf, lastDayBy, usualPlaceOf } from './dated-clocks.ts';
export { holdsOn, isoDate, poundsText, readYaml, readYamlText } from './dated-file.ts';
export { readPlacedYaml } from './placed-yaml.ts';
export { syncAuthorities } from './sync-authorities.ts';
