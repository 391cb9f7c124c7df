// Keeping the directory true: a provider's one button, an officer's calls, and many listings out of a spreadsheet.
import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { remindOfListings } from '#offer/freshness/index.ts';
import { takeInListings } from '#offer/listing-import/index.ts';
import { journeyClock, partsOf } from './directory-jobs.ts';
import { journeys } from './journey.ts';
import type { ChosenFile, Visitor } from './visitor.ts';

const clock = journeyClock();

const headings = [
  'Reference',
  'Title',
  'Provider',
  'Kinds',
  'Support',
  'Summary',
  'Age from',
  'Age to',
  'When',
  'How to join',
  'Area',
] as const;

/** Six clubs, the second and the fifth with cells that are wrong. */
function clubs(of: string): readonly (readonly string[])[] {
  return Array.from({ length: 6 }, (_, at) => [
    `${of}-${at}`,
    `${of} club ${at}`,
    `${of} people`,
    at === 1 ? 'Swiming' : 'Sport and movement',
    'Open to all',
    `Games for everybody, number ${at}.`,
    at === 4 ? 'five' : '5',
    '12',
    'Weekends',
    'Book a place',
    'Across Medway',
  ]);
}

function csvOf(of: string): ChosenFile {
  const lines = [headings, ...clubs(of)].map((cells) => cells.map((cell) => `"${cell}"`).join(';'));
  return { name: `${of}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) };
}

function xlsxOf(of: string): ChosenFile {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const rows = [headings, ...clubs(of)].map((cells, at) => {
    const row = cells.map(
      (cell, column) =>
        `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    );
    return `<row r="${at + 1}">${row.join('')}</row>`;
  });
  const parts = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Listings" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const packed = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: `${of}.xlsx`, mimeType, buffer: Buffer.from(packed) };
}

async function approvesAll(officer: Visitor, of: string, count: number): Promise<void> {
  await officer.opens('/practitioners/listings');
  for (const box of await officer.page.getByLabel(`Approve ${of} club`).all()) await box.check();
  await officer.presses('Approve those that I ticked', { status: 200 });
  await officer.sees(`${count} listings are live`);
}

journeys('Keeping the directory true', { clock }, (journey) => {
  journey(
    'a spreadsheet with wrong rows comes in without them, is approved, and is found',
    async (officer, scene) => {
      const isWide = officer.page.viewportSize()?.width === 1280;
      const of = isWide ? 'Wide' : 'Narrow';
      await officer.signsInAs('Priya Shah');
      await officer.opens('/practitioners/listings');
      await officer.follows('Bring listings in');
      await officer.screenshot('imports');
      await officer.presses('Look at the file', { status: 422 });
      await officer.sees('Choose the spreadsheet');
      await officer.attaches('Excel or CSV file', {
        name: 'holiday.xlsx',
        mimeType: 'image/png',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      });
      await officer.presses('Look at the file', { status: 422 });
      await officer.sees('This is not a');
      await officer.attaches('Excel or CSV file', isWide ? xlsxOf(of) : csvOf(of));
      await officer.presses('Look at the file', { status: 200 });
      await officer.sees(
        'Row 3',
        '“swiming” is not known here',
        'Row 6',
        '“five” is not a whole number',
        '6 rows',
      );
      await officer.screenshot('import-preview');
      await officer.presses('Take them in', { status: 422 });
      await officer.sees('2 rows are wrong');
      await officer.chooses('Leave the 2 wrong rows out');
      await officer.presses('Take them in', { status: 200 });
      assert.equal(await takeInListings(partsOf(scene.service, clock)), 4);
      await officer.opens(officer.path);
      await officer.sees('4 of 4 are taken in');

      const family = await scene.visitor();
      await family.opens(`/find?q=${of}+club`);
      await family.doesNotSee(`${of} club 0`);
      await approvesAll(officer, of, 4);
      await family.opens(`/find?q=${of}+club`);
      await family.sees(`${of} club 0`, `${of} club 5`);
      await family.doesNotSee(`${of} club 1`, `${of} club 4`);
      await family.follows('How we keep this true');
      await family.sees('% of what the directory shows was checked in the last 6 months');
      await family.screenshot('how-fresh');
    },
  );

  journey(
    'by keyboard alone: a file is sent, looked at and set aside',
    async (officer) => {
      await officer.signsInAs('Helen Marsh');
      await officer.opens('/practitioners/listings/import');
      const field = officer.page.getByLabel('Excel or CSV file', { exact: true });
      await officer.tabsTo(field);
      await field.setInputFiles(csvOf('Keyboard'));
      await officer.tabsTo(officer.page.getByRole('button', { name: 'Look at the file' }));
      await officer.comesBy(() => officer.page.keyboard.press('Enter'));
      await officer.tabsTo(officer.page.locator('summary', { hasText: 'Show them' }));
      await officer.page.keyboard.press('Enter');
      await officer.sees('Keyboard club 0');
      await officer.tabsTo(officer.page.getByLabel('Leave the 2 wrong rows out'));
      await officer.page.keyboard.press('Space');
      await officer.tabsTo(officer.page.getByRole('button', { name: 'Set this import aside' }));
      await officer.comesBy(() => officer.page.keyboard.press('Enter'));
      await officer.sees('Set aside');
    },
    [{ hasScript: true, width: 1280 }],
  );

  journey(
    'a provider says by one button that all is right, and an officer says so of many',
    async (provider, scene) => {
      const officer = await scene.visitor();
      clock.moveTo(clock.now().add({ hours: 24 * 215 }));
      await remindOfListings(partsOf(scene.service, clock));
      await provider.opens('/demonstration/outbox');
      const message = provider.page.locator('.daybreak-letter', {
        has: provider.page.locator('a[href*="/still-right/"]'),
      });
      const link = await message.first().locator('a[href*="/still-right/"]').getAttribute('href');
      assert.ok(link !== null);
      await provider.opens(link);
      await provider.seesHeading('Is this still right?');
      await provider.screenshot('still-right');
      const page = await provider.page
        .getByRole('link', { name: 'Read the whole page' })
        .getAttribute('href');
      assert.ok(page !== null);
      await provider.opens(page);
      await provider.sees('may have changed');
      await provider.opens(link);
      await provider.presses('Yes, everything is still right', { status: 200 });
      await provider.seesHeading('Thank you');
      await provider.opens(page);
      await provider.doesNotSee('may have changed');

      await officer.signsInAs('Helen Marsh');
      await officer.opens('/practitioners/listings');
      await officer.follows('Listings to check');
      await officer.screenshot('to-check');
      await officer.presses('Those I ticked are still right', { status: 422 });
      await officer.sees('Tick the listings that you have checked');
      const boxes = officer.page.locator('.daybreak-ticks input[type="checkbox"]');
      const count = await boxes.count();
      assert.ok(count > 20, `${count} listings are to be checked`);
      if (officer.hasScript) await officer.page.getByRole('button', { name: /^Tick all/ }).click();
      else for (const box of (await boxes.all()).slice(0, 2)) await box.check();
      const ticked = officer.hasScript ? count : 2;
      await officer.presses('Those I ticked are still right', { status: 200 });
      await officer.sees(`${ticked} listings are marked as checked today`);
    },
  );
});
