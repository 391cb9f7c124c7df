/** How large an uploaded file may be, and how large a picture it may hold. */
export type FileLimits = {
  /** The most bytes that an upload may have. */
  readonly maxBytes: number;
  /** The most pixels (width times height) that a picture may claim before it is opened at all. */
  readonly maxPixels: number;
  /** Pictures are made smaller until neither side is longer than this many pixels. */
  readonly maxSidePixels: number;
};

/**
 * The limits unless the configuration says otherwise: 10 MB; 60 million pixels, which is more than a
 * telephone's camera gives and less than what would fill the memory; a long side of 4,000 pixels, on which
 * a page of A4 stays readable (300 dots to the inch need 3,508).
 */
export const standardFileLimits: FileLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPixels: 60_000_000,
  maxSidePixels: 4000,
};

/** Writes a size for people, in whole or tenths of MB (of 1,024 × 1,024 bytes): "10MB", "2.5MB". */
export function formatMegabytes(bytes: number): string {
  const tenths = Math.floor((bytes * 10) / (1024 * 1024));
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}MB`;
}
