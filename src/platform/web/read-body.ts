import type { FastifyRequest } from 'fastify';
import type { FormBody } from './form.ts';
import type { Upload } from './visit.ts';

/** A posted form as it came in. */
export type PostedForm = { readonly form: FormBody; readonly uploads: readonly Upload[] };

const maxFields = 500;

/** The most that comes in with one form, files that are too big and thrown away among it. */
export const mostBytes = 64 * 1_048_576;

/** The most that one form's files hold together, and the most that its other fields do, in bytes. */
const maxFiles = mostBytes;
const maxWords = 2 * 1_048_576;

/** A form that cannot be taken in; the error pages know its status. */
class FormNotTaken extends Error {
  readonly statusCode: 400 | 413 | 415;
  constructor(statusCode: 400 | 413 | 415) {
    super('the form cannot be taken in');
    this.statusCode = statusCode;
  }
}

/** The database keeps no nought character, and nobody types one. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}

function add(form: Map<string, string[]>, field: string, value: string): void {
  const before = form.get(field);
  if (before !== undefined) before.push(storable(value));
  else if (form.size < maxFields) form.set(field, [storable(value)]);
}

/** Counts what comes in, whatever length was told, and ends the reading beyond the limit. */
function holdToLimit(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new FormNotTaken(413);
  let bytes = 0;
  request.raw.on('data', function count(chunk: Buffer) {
    bytes += chunk.length;
    if (bytes <= mostBytes) return;
    request.raw.off('data', count);
    // The reader of the parts listens to this.
    request.raw.emit('error', new FormNotTaken(413));
  });
}

/**
 * Reads a form with files. A file over the limit is read to its end and thrown away, and so is everything
 * beyond what one form may hold, so that an answer can be given.
 */
async function readMultipart(request: FastifyRequest, maxBytes: number): Promise<PostedForm> {
  const form = new Map<string, string[]>();
  const uploads: Upload[] = [];
  let [roomForFiles, roomForWords] = [maxFiles, maxWords];
  const parts = request.parts({
    limits: { fileSize: maxBytes, files: 10, fields: maxFields, fieldSize: 200_000 },
    throwFileSizeLimit: false,
  } as never);
  for await (const part of parts) {
    if (part.type === 'field') {
      const value = typeof part.value === 'string' ? part.value : '';
      roomForWords -= Buffer.byteLength(value);
      if (roomForWords >= 0) add(form, part.fieldname, value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      roomForFiles -= chunk.length;
      if (roomForFiles >= 0) chunks.push(chunk);
    }
    const tooBig = part.file.truncated;
    // A file that is thrown away needs no room.
    if (tooBig) roomForFiles += part.file.bytesRead;
    const bytes = tooBig ? new Uint8Array() : Buffer.concat(chunks);
    // A file question that was left empty still sends a part, without a name and without a byte.
    if (bytes.length === 0 && !tooBig && !part.filename) continue;
    uploads.push({ field: part.fieldname, name: storable(part.filename ?? ''), bytes, tooBig });
  }
  if (Math.min(roomForFiles, roomForWords) < 0) throw new FormNotTaken(413);
  return { form, uploads };
}

/**
 * Reads what was posted: an ordinary form, or one with files where the route takes them. Throws an error with
 * a status of 400, 413 or 415 for what cannot be read, is too much, or has files that nobody asked for.
 */
export async function readPostedForm(
  request: FastifyRequest,
  limits: { readonly takesFiles: boolean; readonly maxUploadBytes: number },
): Promise<PostedForm> {
  if (request.isMultipart()) {
    if (!limits.takesFiles) throw new FormNotTaken(415);
    holdToLimit(request);
    return readMultipart(request, limits.maxUploadBytes).catch((error: unknown) => {
      // What is still to come is thrown away, or the connection would stay open with it unread, also when the
      // service is told to stop.
      request.raw.resume();
      // The reader of forms throws errors without a status for a form that ends in its middle.
      throw error instanceof Error && 'statusCode' in error ? error : new FormNotTaken(400);
    });
  }
  const form = new Map<string, string[]>();
  const body = request.body;
  if (body instanceof URLSearchParams) {
    for (const [field, value] of body) add(form, field, value);
  }
  return { form, uploads: [] };
}
