import type { Opened, Progress } from '../src/main.ts';
export async function loadDemonstration(_opened: Opened, _progress: Progress): Promise<void> {}
