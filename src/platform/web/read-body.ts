import type { FastifyRequest } from 'fastify';
import type { FormBody } from './form.ts';
import type { Upload } from './visit.ts';

/** A posted form as it came in. */
export type PostedForm = { readonly form: FormBody; readonly uploads: readonly Upload[] };

const maxFields = 500;

function add(form: Map<string, string[]>, field: string, value: string): void {
  const before = form.get(field);
  if (before !== undefined) before.push(value);
  else if (form.size < maxFields) form.set(field, [value]);
}

/** Reads a form with files. A file over the limit is read to its end and thrown away, so that an answer can be given. */
async function readMultipart(request: FastifyRequest, maxBytes: number): Promise<PostedForm> {
  const form = new Map<string, string[]>();
  const uploads: Upload[] = [];
  const parts = request.parts({
    limits: { fileSize: maxBytes, files: 10, fields: maxFields, fieldSize: 200_000 },
    throwFileSizeLimit: false,
  } as never);
  for await (const part of parts) {
    if (part.type === 'field') {
      add(form, part.fieldname, typeof part.value === 'string' ? part.value : '');
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
    const tooBig = part.file.truncated;
    const bytes = tooBig ? new Uint8Array() : Buffer.concat(chunks);
    // A file question that was left empty still sends a part, without a name and without a byte.
    if (bytes.length === 0 && !tooBig && !part.filename) continue;
    uploads.push({ field: part.fieldname, name: part.filename ?? '', bytes, tooBig });
  }
  return { form, uploads };
}

/** Reads what was posted: an ordinary form, or one with files where the route takes them. */
export async function readPostedForm(request: FastifyRequest, maxUploadBytes: number): Promise<PostedForm> {
  if (request.isMultipart()) return readMultipart(request, maxUploadBytes);
  const form = new Map<string, string[]>();
  const body = request.body;
  if (body instanceof URLSearchParams) {
    for (const [field, value] of body) add(form, field, value);
  }
  return { form, uploads: [] };
}
