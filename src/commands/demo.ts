import { systemClock } from '#kernel/clock.ts';
import { loadDemonstration } from '../../demo/load-demonstration.ts';
import { surroundingsOf } from '../main.ts';
import { routes } from '../modules.ts';
import type { Command } from './command.ts';
import { say } from './say.ts';
import { withOpen } from './with-open.ts';

/** `daybreak demo`: loads the demonstration's families and applications, through the real actions. */
export const demoCommand: Command = {
  usage: 'demo',
  purpose: 'load the demonstration; done twice, it does nothing',
  run: () =>
    withOpen(async (opened) => {
      await loadDemonstration({
        ...opened,
        around: surroundingsOf(opened, systemClock),
        routes,
        progress: say,
      });
      return 0;
    }),
};
