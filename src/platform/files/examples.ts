import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Builders of small true files for tests: each is made by the rules of its format, none is pasted. */

type PdfParts = {
  /** What stands in the catalogue beside its pages. */
  readonly inCatalogue?: string;
  /** What stands in the trailer beside its root. */
  readonly inTrailer?: string;
  /** Further whole objects, from number 4 on. */
  readonly objects?: readonly (string | Buffer)[];
};

/** Builds a PDF of one empty page with a true cross-reference table. */
export function aPdf(parts: PdfParts = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${parts.inCatalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...(parts.objects ?? []),
  ].map((object) => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object));
  let whole = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(whole.length);
    whole = Buffer.concat([whole, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = [
    `xref\n0 ${count}\n0000000000 65535 f \n${table}`,
    `trailer\n<< /Size ${count} /Root 1 0 R ${parts.inTrailer ?? ''} >>\n`,
    `startxref\n${whole.length}\n%%EOF\n`,
  ];
  return Buffer.concat([whole, Buffer.from(end.join(''))]);
}

/** Builds a stream object of a PDF. */
export function aPdfStream(dictionary: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

type PhotoOptions = { readonly width?: number; readonly height?: number; readonly orientation?: number };

/** Builds a photo with a left half of red and a right half of blue, that tells its place, time and camera. */
export async function aPhotoWithPlace(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 120, height = 60, orientation = 1 } = options;
  const blue = await sharp({
    create: { width: Math.floor(width / 2), height, channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer();
  const drawn = sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: Math.ceil(width / 2), top: 0 }])
    .jpeg();
  return sharp(await drawn.toBuffer())
    .withExif({
      IFD0: { Make: 'SecretCamera', Copyright: 'SecretOwner', Orientation: String(orientation) },
      IFD2: { DateTimeOriginal: '2026:05:04 03:02:01' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 43/1 1234/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '3/1 31/1 5678/100',
      },
    })
    .withMetadata({ orientation })
    .toBuffer();
}

/** Builds the header of a PNG that claims a size without having any such picture. */
export function aPngThatClaims(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    aPngChunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    aPngChunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])),
    aPngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function aPngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
