import { createHash } from 'node:crypto';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { safeDisplayName } from './display-name.ts';
import { type FileKind, fileKind } from './kind.ts';
import { type FileLimits, formatMegabytes } from './limits.ts';
import { checkPdf } from './pdf.ts';
import { cleanPicture } from './picture.ts';

/** A file that may be kept: what it truly is, and the bytes to keep, which for a photo are not those sent. */
export type InspectedFile = {
  /** The bytes to keep. A photo has been drawn anew; a PDF is as it was sent. */
  readonly bytes: Uint8Array;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly extension: 'pdf' | 'jpg' | 'png';
  /** A safe name with the true ending. Somebody chose it: escape it like everything else. */
  readonly displayName: string;
  /** The count of `bytes`. */
  readonly size: number;
  /** SHA-256 of `bytes`, in hexadecimal, to show later that the evidence was not changed. */
  readonly sha256: string;
  /** For pictures: the size in pixels. */
  readonly pixels?: { readonly width: number; readonly height: number };
};

const outcome = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
} as const;

/**
 * Decides whether an uploaded file may be kept as evidence, and gives what to keep. Refuses `file-empty`,
 * `file-too-big`, `file-not-allowed`, `file-damaged`, `file-locked`, `file-has-program` and
 * `image-too-large`, each with a sentence that says what to do. The declared name decides nothing but the
 * name that is shown.
 */
export async function inspectFile(
  bytes: Uint8Array,
  { declaredName, limits }: { readonly declaredName: string; readonly limits: FileLimits },
): Promise<Result<InspectedFile>> {
  if (bytes.length === 0) {
    return refusal('file-empty', 'The selected file is empty. Choose another file');
  }
  if (bytes.length > limits.maxBytes) {
    return refusal(
      'file-too-big',
      `The selected file must be smaller than ${formatMegabytes(limits.maxBytes)}. Save a smaller copy, or take a photo of each page`,
    );
  }
  const kind = await fileKind(bytes);
  return kind.ok ? inspectKind({ bytes, kind: kind.value, declaredName, limits }) : kind;
}

async function inspectKind(file: {
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  readonly declaredName: string;
  readonly limits: FileLimits;
}): Promise<Result<InspectedFile>> {
  if (file.kind === 'pdf') {
    const checked = await checkPdf(file.bytes);
    return checked.ok
      ? success(inspected({ bytes: file.bytes, kind: 'pdf', declaredName: file.declaredName }))
      : checked;
  }
  const picture = await cleanPicture(file.bytes, file.kind, file.limits);
  if (!picture.ok) return picture;
  const { bytes, kind, width, height } = picture.value;
  const kept = inspected({ bytes, kind, declaredName: file.declaredName });
  return success({ ...kept, pixels: { width, height } });
}

function inspected(file: {
  readonly bytes: Uint8Array;
  readonly kind: 'pdf' | 'jpeg' | 'png';
  readonly declaredName: string;
}): InspectedFile {
  const { mediaType, extension } = outcome[file.kind];
  return {
    bytes: file.bytes,
    mediaType,
    extension,
    displayName: safeDisplayName(file.declaredName, extension),
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  };
}
