import { fileTypeFromBuffer } from 'file-type';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';

/** What evidence may be: a document that everybody can open, or a photo of one. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic';

type Signature = { readonly kind: FileKind; readonly at: number; readonly bytes: readonly number[] };

/**
 * How each kind must begin, at its very first byte. A library may look further (past an ID3 tag, or within
 * the first kilobyte); we do not, because a file that begins as something else is read as something else
 * by somebody.
 */
const signatures: readonly Signature[] = [
  { kind: 'pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { kind: 'heic', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
];

const mediaTypes: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['application/pdf'],
  jpeg: ['image/jpeg'],
  png: ['image/png', 'image/apng'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif'],
};

/** The refusal for a HEIC photo, which the open image library cannot decode; says how to make a JPEG of it. */
export const heicRefusal: Refusal = refusal(
  'file-not-allowed',
  'The selected file is a HEIC photo, which we cannot open. On an iPhone, open Settings, Camera, Formats and choose “Most Compatible”, then take the photo again. On a computer, open the photo and save it as a JPEG',
);

/**
 * Tells what a file is from its content alone; its name and the type that the browser declared are never
 * asked. Two readings must agree: the signature at the first byte, and the `file-type` package. Refuses
 * `file-not-allowed` for everything else, with what to do instead.
 *
 * Word files are refused on purpose: they can hold programs and fetch things when they are opened, they do
 * not look the same to everybody, and each word processor can save a PDF.
 */
export async function fileKind(bytes: Uint8Array): Promise<Result<FileKind>> {
  const detected = (await fileTypeFromBuffer(bytes))?.mime;
  const signature = signatures.find(({ at, bytes: wanted }) =>
    wanted.every((byte, index) => bytes[at + index] === byte),
  );
  if (signature && detected !== undefined && mediaTypes[signature.kind].includes(detected)) {
    return success(signature.kind);
  }
  return refusal('file-not-allowed', sentenceFor(detected));
}

const choices = 'a PDF, or a photo as JPEG, PNG or WEBP';

function sentenceFor(detected: string | undefined): string {
  if (detected === undefined) return `The selected file must be ${choices}`;
  if (/officedocument|opendocument|x-cfb|rtf|msword/.test(detected)) {
    return 'The selected file is an office document. Open it, save it as a PDF, and upload the PDF';
  }
  if (/^image\/(gif|tiff|bmp|avif|vnd|x-)/.test(detected)) {
    return 'The selected file is a kind of picture that we cannot take. Open it, save it as a JPEG or PNG, and upload that';
  }
  if (/^(video|audio)\//.test(detected)) {
    return `The selected file is a film or a sound recording. It must be ${choices}`;
  }
  if (/zip|compress|tar|7z|rar/.test(detected)) {
    return `The selected file is a folder packed into one file. Unpack it and upload each file by itself, as ${choices}`;
  }
  return `The selected file must be ${choices}`;
}
