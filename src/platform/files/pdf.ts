import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';

const inflateStream = promisify(inflate);

/** Object streams hold small dictionaries; more than this is an attempt to fill the memory. */
const mostInflatedBytes = 64 * 1024 * 1024;

const damaged: Refusal = refusal(
  'file-damaged',
  'The selected PDF is damaged or not complete. Save or scan it again and upload the new file',
);

/**
 * Looks through a PDF that begins with its signature. Gives success when it is whole, open and still.
 * Refuses `file-damaged` (cut short, without a catalogue, or with parts that cannot be read), `file-locked`
 * (it asks for a password) and `file-has-program` (scripts, programs to start, other files inside, or a
 * form that only Adobe's own reader shows). The bytes are kept as they are: re-writing a PDF would change
 * evidence. It is a second look, not a virus scan, and files are given out as attachments only.
 */
export async function checkPdf(bytes: Uint8Array): Promise<Result<'whole'>> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const tail = text.slice(-1024);
  if (!/^%PDF-[12]\.\d/.test(text) || !tail.includes('%%EOF') || !/startxref\s+\d+/.test(text.slice(-2048))) {
    return damaged;
  }
  if (endsAsZip(bytes)) {
    return refusal(
      'file-not-allowed',
      'The selected file is a PDF and a packed folder in one. Save it as a PDF again and upload the new file',
    );
  }
  const outline = await readOutline(text);
  if (outline === undefined) return damaged;
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(outline)) {
    return refusal(
      'file-locked',
      'The selected PDF has a password. Open it, save a copy without the password, and upload the copy',
    );
  }
  if (!/\/Root\s*\d+\s+\d+\s+R/.test(outline) || !/\/Pages\b/.test(outline)) return damaged;
  if (
    /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])/.test(
      outline,
    )
  ) {
    return refusal(
      'file-has-program',
      'The selected PDF has a program, a form or another file inside it. Open it, choose Print, then “Save as PDF”, and upload the new file',
    );
  }
  return success('whole');
}

/** Whether the end of the file is the end of a ZIP archive, comment and all: such a file opens as both. */
function endsAsZip(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = Buffer.from('PK\x05\x06', 'latin1');
  const earliest = Math.max(0, view.length - 22 - 0xffff);
  for (let at = view.indexOf(signature, earliest); at !== -1; at = view.indexOf(signature, at + 1)) {
    if (at + 22 <= view.length && at + 22 + view.readUInt16LE(at + 20) === view.length) return true;
  }
  return false;
}

/**
 * The text of all dictionaries: what stands outside of streams, and what stands inside of object streams.
 * The bodies of other streams (pictures, fonts, pages) are left out, since their packed bytes can spell
 * anything. `undefined` when a stream has no end or an object stream cannot be unpacked: what we cannot
 * look into we do not take.
 */
async function readOutline(text: string): Promise<string | undefined> {
  const parts: string[] = [];
  let inflated = 0;
  let from = 0;
  const opening = /\bstream(?:\r\n|\n|\r)/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const dictionary = text.slice(from, match.index);
    parts.push(dictionary);
    const end = text.indexOf('endstream', opening.lastIndex);
    if (end === -1) return undefined;
    const names = readNames(dictionary);
    if (isObjectStream(names)) {
      const body = Buffer.from(text.slice(opening.lastIndex, end), 'latin1');
      const unpacked = await unpack(body, names, mostInflatedBytes - inflated);
      if (unpacked === undefined) return undefined;
      inflated += unpacked.length;
      parts.push(unpacked);
    }
    from = end + 'endstream'.length;
    opening.lastIndex = from;
  }
  parts.push(text.slice(from));
  return readNames(parts.join('\n'));
}

/**
 * Whether what stands before a stream speaks of an object stream. All that stands there counts, also of other
 * objects: where the stream's own dictionary begins, a text within it can feign. Readers find object streams by
 * the file's table and ask for no type, so the two numbers that each must have are enough.
 */
function isObjectStream(names: string): boolean {
  return (
    /\/ObjStm\b/.test(names) ||
    (/\/First\s*\d+\b(?!\s+\d+\s+R)/.test(names) && /\/N\s*\d+\b(?!\s+\d+\s+R)/.test(names))
  );
}

/** Names in a PDF may hide letters behind their numbers: /J#61vaScript is /JavaScript. */
function readNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function unpack(body: Buffer, names: string, room: number): Promise<string | undefined> {
  if (!/\/Filter\b/.test(names)) return body.length <= room ? body.toString('latin1') : undefined;
  if (!/\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]|\/|>>|\s)/.test(names) || room <= 0) return undefined;
  // What is written as differences from the row above spells nothing until it is added up.
  if (/\/Predictor\s*(?!1\b)\d/.test(names) || /\/DecodeParms\s*(?:\[\s*)?\d/.test(names)) return undefined;
  try {
    return (await inflateStream(body, { maxOutputLength: room })).toString('latin1');
  } catch {
    return undefined;
  }
}
