import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { inspectFile, standardFileLimits } from '#platform/files/index.ts';

/** How wide a picture is drawn, in pixels: for a telephone, and for a wide screen. */
export const pictureWidths = { small: 480, large: 960 } as const;
export type PictureWidth = keyof typeof pictureWidths;

export type DrawnPicture = { readonly bytes: Uint8Array; readonly etag: string };

/** A plain name of a picture: nothing in it leads to another folder. */
const fileName = /^[a-z0-9][a-z0-9-]*\.(png|jpg|jpeg|webp)$/;

/** Drawn pictures, the last used at the end. They come again and again, and drawing takes longer than all else. */
const drawn = new Map<string, DrawnPicture | null>();
const MOST_DRAWN = 200;

function remember(key: string, picture: DrawnPicture | null): DrawnPicture | null {
  drawn.delete(key);
  drawn.set(key, picture);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST_DRAWN && oldest !== undefined) drawn.delete(oldest);
  return picture;
}

/**
 * Draws a picture out of a folder at a width, as WebP, without anything hidden in it. It is looked at as any file that
 * somebody sends: too many pixels, a damaged picture or no picture at all give null, and so does a name that could
 * lead out of the folder.
 */
export async function readPicture(
  folder: string,
  wanted: { readonly file: string; readonly width: PictureWidth },
): Promise<DrawnPicture | null> {
  if (!fileName.test(wanted.file)) return null;
  const key = `${path.join(folder, wanted.file)} ${wanted.width}`;
  const known = drawn.get(key);
  if (known !== undefined) return remember(key, known);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.join(folder, wanted.file));
  } catch {
    return null;
  }
  const inspected = await inspectFile(bytes, { declaredName: wanted.file, limits: standardFileLimits });
  if (!inspected.ok || inspected.value.pixels === undefined) return remember(key, null);
  const picture = await sharp(inspected.value.bytes)
    .resize({ width: pictureWidths[wanted.width], withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
  const etag = createHash('sha256').update(picture).digest('hex').slice(0, 16);
  return remember(key, { bytes: picture, etag });
}
