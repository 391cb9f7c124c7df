import { createHash, hkdfSync } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { secretOf } from './secret-file.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const onOff = z.enum(['on', 'off']);

/** A whole number as figures; spaces, signs and other ways of writing numbers are slips. */
function figures(least: number, most: number) {
  const sentence = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .refine((number) => number >= least && number <= most, sentence);
}

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address like https://example.org' });

/** The address that a browser shows, up to the first slash. */
const originAddress = webAddress
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.href === `${url.origin}/`;
  }, 'must be an address without a path, like https://shortbreaks.example.org')
  .transform((text) => new URL(text).origin);

const environment = z.object({
  PORT: figures(0, 65_535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  ORIGIN: originAddress.optional(),
  DAYBREAK_DATA: z.string().min(1).optional(),
  DAYBREAK_AUTHORITIES: z.string().min(1).optional(),
  DAYBREAK_DEMONSTRATION: onOff.optional(),
  DAYBREAK_SECRET: z.string().optional(),
  DAYBREAK_FILE_KEY: z.string().optional(),
  DAYBREAK_FILE_KEYS_BEFORE: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  TRUST_PROXY: onOff.default('off'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  NOTIFY_API_KEY: z.string().optional(),
  NOTIFY_TEMPLATE_ID: z.string().optional(),
  NOTIFY_URL: webAddress.optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().optional(),
  CLAMAV_HOST: z.string().optional(),
  CLAMAV_PORT: figures(1, 65_535).default(3310),
  MAX_UPLOAD_MB: figures(1, 100).default(10),
});

/** How this process was told to run. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The public address where it is fixed; otherwise it is taken from the request's host. */
  readonly origin: string | null;
  readonly dataFolder: string;
  readonly authoritiesFolder: string;
  readonly isDemonstration: boolean;
  readonly databaseUrl: string | null;
  readonly trustProxy: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly metricsToken: string | null;
  readonly openId: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly rolesClaim: string;
  } | null;
  readonly notify: {
    readonly apiKey: string;
    readonly templateId: string;
    readonly url: string | null;
  } | null;
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly clamav: { readonly host: string; readonly port: number } | null;
  readonly maxUploadBytes: number;
  /** 32 bytes from which the keys for cookies and sealed forms are derived. */
  readonly secret: Buffer;
  /** 32 bytes that encrypt files, and the ones used before, so that keys can be changed. */
  readonly fileKey: Buffer;
  readonly fileKeysBefore: readonly Buffer[];
};

function key(text: string, name: string): Result<Buffer> {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return success(bytes);
  return refusal(
    'bad-setting',
    `${name} must be 32 bytes in base64. Make one with: openssl rand -base64 32`,
    name,
  );
}

/** Gives a 32-byte key for one purpose, so that no two uses share a key. */
export function keyFor(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', secret, createHash('sha256').update('daybreak').digest(), purpose, 32),
  );
}

function secrets(
  given: z.output<typeof environment>,
  dataFolder: string,
): Result<Pick<Config, 'secret' | 'fileKey' | 'fileKeysBefore'>> {
  let secret: Buffer;
  if (given.DAYBREAK_SECRET !== undefined) {
    const read = key(given.DAYBREAK_SECRET, 'DAYBREAK_SECRET');
    if (!read.ok) return read;
    secret = read.value;
  } else if (given.DATABASE_URL === undefined) {
    const read = secretOf(dataFolder);
    if (!read.ok) return read;
    secret = read.value;
  } else {
    return refusal(
      'bad-setting',
      'With DATABASE_URL, DAYBREAK_SECRET must be set. Make one with: openssl rand -base64 32',
      'DAYBREAK_SECRET',
    );
  }
  const fileKey =
    given.DAYBREAK_FILE_KEY === undefined
      ? success(keyFor(secret, 'files'))
      : key(given.DAYBREAK_FILE_KEY, 'DAYBREAK_FILE_KEY');
  if (!fileKey.ok) return fileKey;
  const before: Buffer[] = [];
  for (const text of (given.DAYBREAK_FILE_KEYS_BEFORE ?? '').split(',').filter((one) => one.trim() !== '')) {
    const read = key(text.trim(), 'DAYBREAK_FILE_KEYS_BEFORE');
    if (!read.ok) return read;
    before.push(read.value);
  }
  return success({ secret, fileKey: fileKey.value, fileKeysBefore: before });
}

function together(given: z.output<typeof environment>): Result<Pick<Config, 'openId' | 'notify' | 'smtp'>> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer !== undefined && (clientId === undefined || clientSecret === undefined)) {
    return refusal(
      'bad-setting',
      'With OIDC_ISSUER, both OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set.',
      'OIDC_CLIENT_ID',
    );
  }
  if (issuer === undefined && (clientId !== undefined || clientSecret !== undefined)) {
    return refusal('bad-setting', 'With OIDC_CLIENT_ID, OIDC_ISSUER must be set.', 'OIDC_ISSUER');
  }
  if (given.NOTIFY_API_KEY !== undefined && given.NOTIFY_TEMPLATE_ID === undefined) {
    return refusal(
      'bad-setting',
      'With NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID must be set.',
      'NOTIFY_TEMPLATE_ID',
    );
  }
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined) {
    return refusal(
      'bad-setting',
      'With SMTP_URL, MAIL_FROM must be set: the address that messages come from.',
      'MAIL_FROM',
    );
  }
  return success({
    openId:
      issuer && clientId && clientSecret
        ? { issuer, clientId, clientSecret, rolesClaim: given.OIDC_ROLES_CLAIM }
        : null,
    notify:
      given.NOTIFY_API_KEY && given.NOTIFY_TEMPLATE_ID
        ? {
            apiKey: given.NOTIFY_API_KEY,
            templateId: given.NOTIFY_TEMPLATE_ID,
            url: given.NOTIFY_URL ?? null,
          }
        : null,
    smtp: given.SMTP_URL && given.MAIL_FROM ? { url: given.SMTP_URL, from: given.MAIL_FROM } : null,
  });
}

/**
 * Reads the configuration from environment variables. Refuses (`bad-setting`) with the variable's name and
 * the mend. Without DATABASE_URL the database is embedded and the demonstration is on unless it is turned off.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Result<Config> {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    return refusal('bad-setting', `The environment variable ${name} is not right: ${issue?.message}`, name);
  }
  const given = parsed.data;
  const dataFolder = resolve(given.DAYBREAK_DATA ?? join(project, '.data'));
  const keys = secrets(given, dataFolder);
  if (!keys.ok) return keys;
  const services = together(given);
  if (!services.ok) return services;
  return success({
    port: given.PORT,
    host: given.HOST,
    origin: given.ORIGIN ?? null,
    dataFolder,
    authoritiesFolder: resolve(given.DAYBREAK_AUTHORITIES ?? join(project, 'authorities')),
    isDemonstration:
      (given.DAYBREAK_DEMONSTRATION ?? (given.DATABASE_URL === undefined ? 'on' : 'off')) === 'on',
    databaseUrl: given.DATABASE_URL ?? null,
    trustProxy: given.TRUST_PROXY === 'on',
    logLevel: given.LOG_LEVEL,
    metricsToken: given.METRICS_TOKEN ?? null,
    clamav: given.CLAMAV_HOST === undefined ? null : { host: given.CLAMAV_HOST, port: given.CLAMAV_PORT },
    maxUploadBytes: given.MAX_UPLOAD_MB * 1_048_576,
    ...services.value,
    ...keys.value,
  });
}
