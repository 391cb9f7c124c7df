export { attachmentHeader, safeDisplayName } from './display-name.ts';
export { type FileDesk, fileDesk } from './file-desk.ts';
export { type FileKey, newFileKey, readFileKey } from './file-key.ts';
export { type FileStore, fileStore } from './file-store.ts';
export { type InspectedFile, inspectFile } from './inspect-file.ts';
export { type FileLimits, formatMegabytes, standardFileLimits } from './limits.ts';
export { type StoredFile, takeInFile } from './take-in-file.ts';
export { type ClamAddress, type ScannerConfig, type VirusScanner, virusScanner } from './virus-scanner.ts';
