export { layoutOf } from './statement-file.ts';
export { type Version, type VersionLine, versionLines, versionOf } from './store/versions.ts';
