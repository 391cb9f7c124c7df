import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { aPdf, aPdfStream, aPhotoWithPlace, aPngThatClaims } from './examples.ts';
import { inspectFile, standardFileLimits } from './index.ts';

const limits = standardFileLimits;

async function inspect(bytes: Uint8Array, declaredName = 'letter.pdf', chosen = limits) {
  return inspectFile(bytes, { declaredName, limits: chosen });
}

async function codeOf(bytes: Uint8Array, declaredName?: string): Promise<string> {
  const result = await inspect(bytes, declaredName);
  if (result.ok) return `taken as ${result.value.mediaType}`;
  assert.match(result.message, /^(The selected|We could)/);
  return result.code;
}

const ascii = (text: string) => Buffer.from(text, 'latin1');

test('a whole PDF is kept byte for byte, whatever its name says', async () => {
  const pdf = aPdf();
  const result = await inspect(pdf, 'photo.jpg');
  assert.ok(result.ok);
  assert.deepEqual(Buffer.from(result.value.bytes), pdf);
  assert.equal(result.value.mediaType, 'application/pdf');
  assert.equal(result.value.displayName, 'photo.pdf');
  assert.equal(result.value.size, pdf.length);
  assert.equal(result.value.sha256, createHash('sha256').update(pdf).digest('hex'));
});

test('a PDF with its dictionaries in a packed object stream is taken', async () => {
  const packed = deflateSync(ascii('5 0 << /Type /Font >>'));
  const pdf = aPdf({ objects: [aPdfStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed)] });
  assert.equal(await codeOf(pdf), 'taken as application/pdf');
});

test('packed bytes of a picture in a PDF may spell anything', async () => {
  const pdf = aPdf({ objects: [aPdfStream('/Type /XObject', ascii('\x01/JS \x02/JavaScript (x)'))] });
  assert.equal(await codeOf(pdf), 'taken as application/pdf');
});

test('a PDF with a table of contents and notes before its pictures is taken', async () => {
  const pdf = aPdf({
    inCatalogue: '/Outlines 4 0 R',
    objects: [
      '<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>',
      '<< /Title (One) /Parent 4 0 R >>',
      '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /AP << /N 7 0 R >> >>',
      aPdfStream('/N 3 /Filter /DCTDecode', ascii('\xff\xd8 a colour profile, or a picture')),
    ],
  });
  assert.equal(await codeOf(pdf), 'taken as application/pdf');
});

test('a PDF with a program, another file or a password is refused with what to do', async () => {
  const program = '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>';
  assert.equal(await codeOf(aPdf({ inCatalogue: program })), 'file-has-program');
  assert.equal(await codeOf(aPdf({ inCatalogue: program.replaceAll('a', '#61') })), 'file-has-program');
  assert.equal(await codeOf(aPdf({ inCatalogue: '/AA << /O << /S /Launch >> >>' })), 'file-has-program');
  assert.equal(
    await codeOf(aPdf({ objects: [aPdfStream('/Type /EmbeddedFile', ascii('x'))] })),
    'file-has-program',
  );
  const hidden = deflateSync(ascii('5 0 << /S /JavaScript /JS (x) >>'));
  for (const type of ['/ObjStm', '/Obj#53tm']) {
    const stream = aPdfStream(`/Type ${type} /N 1 /First 4 /Filter /FlateDecode`, hidden);
    assert.equal(await codeOf(aPdf({ objects: [stream] })), 'file-has-program');
  }
  assert.equal(await codeOf(aPdf({ inTrailer: '/Encrypt 9 0 R' })), 'file-locked');
});

test('an object stream is looked into whatever stands beside its type, and refused where that cannot be done', async () => {
  const program = ascii('5 0 << /S /JavaScript /JS (x) >>');
  const hidden = deflateSync(program);
  const packed = '/N 1 /First 4 /Filter /FlateDecode';
  for (const dictionary of [
    `/Type /ObjStm /Note (7 0 obj) ${packed}`,
    `/Type /ObjStm ${packed} /Note (7 0 obj)`,
    // Readers go by the table of the file, and ask for no type.
    packed,
  ])
    assert.equal(
      await codeOf(aPdf({ objects: [aPdfStream(dictionary, hidden)] })),
      'file-has-program',
      dictionary,
    );
  // Rows of which each says what it adds to the one above: the words stand nowhere.
  const rows = Array.from({ length: Math.ceil(program.length / 8) }, (_, row) => {
    const at = (index: number) => program[index] ?? 32;
    const added = Array.from({ length: 8 }, (_, column) => {
      const index = row * 8 + column;
      return (at(index) - (row === 0 ? 0 : at(index - 8))) & 255;
    });
    return Buffer.from([2, ...added]);
  });
  const predicted = aPdfStream(
    `/Type /ObjStm ${packed} /DecodeParms << /Predictor 12 /Columns 8 >>`,
    deflateSync(Buffer.concat(rows)),
  );
  assert.equal(await codeOf(aPdf({ objects: [predicted] })), 'file-damaged');
  const form = '/OpenAction << /S /SubmitForm /F (https://example.org) >>';
  assert.equal(await codeOf(aPdf({ inCatalogue: form })), 'file-has-program');
});

test('a PDF that is cut short, hollow or cannot be looked into is damaged', async () => {
  const pdf = aPdf();
  assert.equal(await codeOf(pdf.subarray(0, pdf.length - 30)), 'file-damaged');
  assert.equal(await codeOf(ascii('%PDF-1.7\nnothing much\nstartxref\n0\n%%EOF')), 'file-damaged');
  const unreadable = aPdfStream('/Type /ObjStm /Filter /FlateDecode', ascii('not packed'));
  assert.equal(await codeOf(aPdf({ objects: [unreadable] })), 'file-damaged');
  const bomb = aPdfStream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(80 * 1024 * 1024)));
  assert.equal(await codeOf(aPdf({ objects: [bomb] })), 'file-damaged');
});

test('what is not a PDF or a photo is refused, whatever it is called', async () => {
  const program = Buffer.concat([ascii('MZ\x90\0'), Buffer.alloc(300)]);
  assert.equal(await codeOf(program, 'letter.pdf'), 'file-not-allowed');
  assert.equal(await codeOf(ascii('\x7fELF\x02\x01\x01'.padEnd(200, '\0')), 'a.pdf'), 'file-not-allowed');
  assert.equal(await codeOf(ascii('<!doctype html><script>alert(1)</script>'), 'a.pdf'), 'file-not-allowed');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  assert.equal(await codeOf(ascii(svg), 'photo.png'), 'file-not-allowed');
  assert.equal(await codeOf(ascii(`<?xml version="1.0"?>${svg}`), 'photo.png'), 'file-not-allowed');
  assert.equal(await codeOf(ascii('just words'), 'a.pdf'), 'file-not-allowed');
  const red = sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });
  for (const other of [red.clone().gif(), red.clone().tiff(), red.clone().avif()]) {
    assert.equal(await codeOf(await other.toBuffer(), 'photo.jpg'), 'file-not-allowed');
  }
});

test('a file that begins as something else is refused, and so is one that ends as a ZIP', async () => {
  const pdf = aPdf();
  assert.equal(await codeOf(Buffer.concat([ascii('<html>'), pdf])), 'file-not-allowed');
  assert.equal(await codeOf(Buffer.concat([ascii('ID3\x03\0\0\0\0\0\0'), pdf])), 'file-not-allowed');
  const zipEnd = Buffer.concat([ascii('PK\x05\x06'), Buffer.alloc(18)]);
  assert.equal(await codeOf(Buffer.concat([pdf, zipEnd])), 'file-not-allowed');
});

test('a HEIC photo that cannot be decoded is refused with the way to a JPEG', async () => {
  const heic = Buffer.concat([ascii('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(2000)]);
  const result = await inspect(heic, 'IMG_0001.HEIC');
  assert.ok(!result.ok);
  assert.equal(result.code, 'file-not-allowed');
  assert.match(result.message, /Most Compatible.*JPEG/);
});

test('an office document is refused with the way to a PDF', async () => {
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);
  const result = await inspect(old, 'letter.doc');
  assert.ok(!result.ok);
  assert.match(result.message, /save it as a PDF/);
});

test('a photo keeps what is seen and loses its place, time, camera and owner', async () => {
  const photo = await aPhotoWithPlace();
  const before = await sharp(photo).metadata();
  for (const secret of ['Exif', 'SecretCamera', 'SecretOwner', '2026:05:04']) {
    assert.ok(photo.includes(secret), `the photo sent holds ${secret}`);
  }
  // 0x8825 is the EXIF pointer to the GPS directory, in the byte order that the file declares.
  const gpsPointer = before.exif?.includes('II*') ? [0x25, 0x88] : [0x88, 0x25];
  assert.ok(before.exif?.includes(Buffer.from(gpsPointer)));

  const result = await inspect(Buffer.concat([photo, ascii('<script>appended</script>')]), 'me at home.jpeg');
  assert.ok(result.ok);
  const kept = Buffer.from(result.value.bytes);
  const after = await sharp(kept).metadata();
  assert.equal(after.exif, undefined);
  assert.equal(after.icc, undefined);
  assert.equal(after.xmp, undefined);
  for (const secret of ['Exif', 'GPS', 'SecretCamera', 'SecretOwner', '2026:05:04', 'appended']) {
    assert.ok(!kept.includes(secret), `the photo kept does not hold ${secret}`);
  }
  assert.equal(result.value.displayName, 'me at home.jpg');
  assert.deepEqual(result.value.pixels, { width: 120, height: 60 });
});

test('a photo taken sideways is kept upright', async () => {
  // Orientation 6: the picture must be turned by a quarter to the right, so its left half ends on top.
  const result = await inspect(await aPhotoWithPlace({ orientation: 6 }), 'a.jpg');
  assert.ok(result.ok);
  assert.deepEqual(result.value.pixels, { width: 60, height: 120 });
  const { data, info } = await sharp(result.value.bytes).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  const [top, bottom] = [colourAt(30, 10), colourAt(30, 110)];
  assert.ok((top[0] ?? 0) > 200 && (top[2] ?? 255) < 60, `red on top, was ${top}`);
  assert.ok((bottom[2] ?? 0) > 200 && (bottom[0] ?? 255) < 60, `blue below, was ${bottom}`);
});

test('PNG stays PNG, WEBP becomes JPEG, and large pictures are made smaller', async () => {
  const large = sharp({ create: { width: 300, height: 150, channels: 3, background: 'green' } });
  const small = { ...limits, maxSidePixels: 100 };
  const png = await inspect(await large.clone().png().toBuffer(), 'a.png', small);
  assert.ok(png.ok);
  assert.equal(png.value.mediaType, 'image/png');
  assert.deepEqual(png.value.pixels, { width: 100, height: 50 });
  assert.equal(await codeOf(await large.clone().webp().toBuffer()), 'taken as image/jpeg');
});

test('a picture that claims more pixels than may be opened is refused unopened', async () => {
  assert.equal(await codeOf(aPngThatClaims(60_000, 60_000), 'a.png'), 'image-too-large');
});

test('a photo cut short is damaged', async () => {
  const photo = await aPhotoWithPlace();
  for (const part of [0.5, 0.9]) {
    assert.equal(await codeOf(photo.subarray(0, Math.floor(photo.length * part)), 'a.jpg'), 'file-damaged');
  }
});

test('an empty file and one above the limit are refused, one at the limit is not', async () => {
  assert.equal(await codeOf(Buffer.alloc(0)), 'file-empty');
  const pdf = aPdf();
  assert.ok((await inspect(pdf, 'a.pdf', { ...limits, maxBytes: pdf.length })).ok);
  const result = await inspect(pdf, 'a.pdf', { ...limits, maxBytes: pdf.length - 1 });
  assert.ok(!result.ok);
  assert.equal(result.code, 'file-too-big');
  const ten = await inspect(Buffer.alloc(limits.maxBytes + 1), 'a.pdf');
  assert.match(ten.ok ? '' : ten.message, /smaller than 10MB/);
});

test('law: no bytes whatever make it throw, and what it takes begins as what it says', async () => {
  const pdf = aPdf();
  const photo = await aPhotoWithPlace();
  const beginnings = { pdf: '%PDF', jpg: '\xff\xd8\xff', png: '\x89PNG' };
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(pdf, photo), fc.uint8Array({ maxLength: 40 }), fc.nat(400))
      .map(([whole, wrong, at]) => {
        const copy = Buffer.from(whole);
        copy.set(wrong.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
        return copy;
      }),
  );
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const result = await inspect(bytes);
      if (!result.ok) return assert.match(result.code, /^(file|image)-/);
      const start = Buffer.from(result.value.bytes.subarray(0, 4)).toString('latin1');
      return assert.ok(start.startsWith(beginnings[result.value.extension]));
    }),
    { numRuns: 150 },
  );
});
