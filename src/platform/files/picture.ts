import sharp, { type Metadata } from 'sharp';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { type FileKind, heicRefusal } from './kind.ts';
import type { FileLimits } from './limits.ts';

/** A picture drawn anew: what is seen is kept, everything that was hidden in the file is gone. */
export type CleanPicture = {
  readonly bytes: Uint8Array;
  readonly kind: 'jpeg' | 'png';
  /** In pixels, as seen (turned upright). */
  readonly width: number;
  readonly height: number;
};

const damaged: Refusal = refusal(
  'file-damaged',
  'The selected photo is damaged or not complete. Take or save it again and upload the new file',
);

/**
 * Draws an uploaded picture anew, so that nothing of the file that was sent is kept but what can be seen:
 * turned upright, EXIF with its place and time, colour profiles, comments, hidden thumbnails and whatever
 * was appended are gone. A photo of a child can otherwise tell where the family lives. Made smaller to the
 * limit's longest side. JPEG stays JPEG; PNG and what has see-through parts becomes PNG.
 *
 * Refuses `image-too-large` before opening a picture with more pixels than the limit, `file-damaged`, and
 * `file-not-allowed` for HEIC where this machine cannot decode it.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  kind: Exclude<FileKind, 'pdf'>,
  limits: FileLimits,
): Promise<Result<CleanPicture>> {
  try {
    const open = () => sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'error' });
    const seen = await sharp(bytes, { limitInputPixels: false }).metadata();
    const problem = problemOf(seen, kind, limits);
    if (problem) return problem;
    const asPng = kind === 'png' || seen.hasAlpha;
    const drawn = open()
      .autoOrient()
      .resize({
        width: limits.maxSidePixels,
        height: limits.maxSidePixels,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb');
    const encoded = asPng ? drawn.png({ compressionLevel: 9 }) : drawn.jpeg({ quality: 85 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return success({
      bytes: data,
      kind: asPng ? 'png' : 'jpeg',
      width: info.width,
      height: info.height,
    });
  } catch {
    return kind === 'heic' ? heicRefusal : damaged;
  }
}

function problemOf(seen: Metadata, kind: FileKind, limits: FileLimits): Refusal | undefined {
  const expected = kind === 'heic' ? 'heif' : kind;
  if (seen.format !== expected) return damaged;
  if (seen.width * seen.height <= limits.maxPixels) return undefined;
  return refusal(
    'image-too-large',
    `The selected photo is ${seen.width} dots wide and ${seen.height} dots high, which is too large to open. Save a smaller copy, or take the photo again`,
  );
}
