// Tells journeys: what people do with Daybreak in a browser, from page to page, in plain sentences.
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Clock } from '#kernel/clock.ts';
import { type Auditor, auditor } from './auditor.ts';
import { noBrowserHere, startBrowser } from './browser.ts';
import { accessibilityEngine } from './check-page.ts';
import { type Service, startService } from './service.ts';
import { Visitor } from './visitor.ts';

/** With what a visitor comes. */
export type Equipment = { readonly hasScript: boolean; readonly width: 320 | 1280 };

/** Every way to come. */
export const everyEquipment: readonly Equipment[] = [
  { hasScript: true, width: 1280 },
  { hasScript: true, width: 320 },
  { hasScript: false, width: 1280 },
  { hasScript: false, width: 320 },
];

/** Two ways that differ in all: what a long journey is walked with. */
export const oppositeEquipment: readonly Equipment[] = [
  { hasScript: true, width: 320 },
  { hasScript: false, width: 1280 },
];

/** What stands while the journeys of a file are walked: one service, one browser. */
export type Scene = {
  readonly service: Service;
  /** A window of somebody's own, with no cookies in it. It closes when the test ends. */
  visitor(equipment?: Equipment): Promise<Visitor>;
};

/** What the service of a file of journeys begins with. */
export type SceneOptions = {
  readonly clock?: Clock;
  readonly databaseUrl?: string;
  readonly authorities?: string;
};

/** Tells one journey, once for each equipment. */
export type TellJourney = (
  name: string,
  walk: (visitor: Visitor, scene: Scene) => Promise<void>,
  equipment?: readonly Equipment[],
) => void;

/**
 * The journeys of a file, on one service that begins with empty data. They run one after another and see what those
 * before them did. On machines without the browser they are skipped, with the reason.
 */
export function journeys(title: string, options: SceneOptions, tell: (journey: TellJourney) => void): void {
  describe(title, { skip: noBrowserHere ?? false }, () => {
    let opened: Opened | undefined;
    before(async () => {
      opened = await open(options);
    });
    after(async () => {
      await opened?.close();
    });
    tell((name, walk, equipment = oppositeEquipment) => {
      for (const one of equipment) {
        test(`${name} (${wordsFor(one)})`, async () => {
          if (opened === undefined) throw new Error('the service did not start');
          await walkWith(opened, one, walk);
        });
      }
    });
  });
}

function wordsFor({ hasScript, width }: Equipment): string {
  return `${width === 320 ? 'phone' : 'wide screen'}, ${hasScript ? 'with' : 'without'} script`;
}

type Opened = {
  readonly service: Service;
  readonly browser: Browser;
  readonly auditor: Auditor;
  readonly titles: Map<string, string>;
  readonly audited: Set<string>;
  close(): Promise<void>;
};

async function open(options: SceneOptions): Promise<Opened> {
  const browser = await startBrowser();
  try {
    const service = await startService(options);
    return {
      service,
      browser,
      auditor: auditor(browser),
      titles: new Map(),
      audited: new Set(),
      async close() {
        await browser.close();
        await service.close();
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function walkWith(
  opened: Opened,
  equipment: Equipment,
  walk: (visitor: Visitor, scene: Scene) => Promise<void>,
): Promise<void> {
  const visitors: Visitor[] = [];
  const scene: Scene = {
    service: opened.service,
    async visitor(own = equipment) {
      const visitor = await visitorOf(opened, own);
      visitors.push(visitor);
      return visitor;
    },
  };
  try {
    await walk(await scene.visitor(), scene);
  } catch (error) {
    // What the walk itself threw says more than what a window complained of.
    await Promise.allSettled(visitors.map((visitor) => visitor.leaves()));
    throw error;
  }
  for (const visitor of visitors) await visitor.leaves();
}

async function visitorOf(opened: Opened, { hasScript, width }: Equipment): Promise<Visitor> {
  const context = await opened.browser.newContext({
    javaScriptEnabled: hasScript,
    viewport: { width, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  if (hasScript) await context.addInitScript({ content: accessibilityEngine });
  return new Visitor({
    context,
    page: await context.newPage(),
    address: opened.service.address,
    hasScript,
    titles: opened.titles,
    audited: opened.audited,
    auditor: opened.auditor,
  });
}
