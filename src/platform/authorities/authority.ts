import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { type Html, nothing, trustedHtml } from '#platform/web/html.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour like #1d4f5c');

/** The name of a host as a browser sends it, without a port. */
const host = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be the name of a host, like breaks.example.org');

/** Where pictures of a map come from: one site alone, so that the content policy can name it. */
const tiles = z
  .string()
  .refine(
    (address) =>
      /^https:\/\/[a-z0-9.-]+(:\d+)?\/\S*$/.test(address) &&
      ['{z}', '{x}', '{y}'].every((part) => address.includes(part)),
    'must be an address like https://tiles.example.org/{z}/{x}/{y}.png',
  );

/** What authority.yaml may say, and nothing else, so that a slip of spelling is not passed over. */
export const authorityFile = z.strictObject({
  id: z.uuid(),
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, figures and dashes'),
  name: z.string().min(1),
  service: z.string().min(1),
  hosts: z.array(host).default([]),
  demonstration: z.string().optional(),
  theme: z.strictObject({
    brand: colour,
    'brand-dark': colour,
    'brand-tint': colour,
    accent: colour,
    link: colour,
    'link-hover': colour,
    logo: z.string().optional(),
  }),
  contact: z.strictObject({
    phone: z.string(),
    email: z.email(),
    hours: z.string().optional(),
    address: z.string().optional(),
    demonstration: z.boolean().optional(),
  }),
  crisis: z.array(
    z.strictObject({
      name: z.string(),
      when: z.string(),
      phone: z.string().optional(),
      text: z.string().optional(),
      url: z.url({ protocol: /^https?$/, error: 'must be an address like https://example.org' }).optional(),
    }),
  ),
  localities: z.array(z.strictObject({ name: z.string(), postcodes: z.array(z.string()) })).default([]),
  district: z.string().optional(),
  map: z.strictObject({ tiles, attribution: z.string().min(1) }).optional(),
});

export type AuthorityFile = z.output<typeof authorityFile>;

/** One council, as its folder describes it. */
export type Authority = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly service: string;
  /** What its folder says of itself where it is a demonstration and no council's own. */
  readonly demonstration?: string | undefined;
  readonly hosts: readonly string[];
  /** Where its schemes, offer and budgets stand. */
  readonly folder: string;
  readonly theme: {
    readonly brand: string;
    readonly brandDark: string;
    readonly brandTint: string;
    readonly accent: string;
    readonly link: string;
    readonly linkHover: string;
  };
  readonly logo: Html;
  readonly contact: {
    readonly phone: string;
    readonly email: string;
    readonly hours: string;
    readonly address: string;
  };
  readonly crisis: readonly {
    readonly name: string;
    readonly when: string;
    readonly phone?: string | undefined;
    readonly text?: string | undefined;
    readonly url?: string | undefined;
  }[];
  readonly localities: readonly { readonly name: string; readonly postcodes: readonly string[] }[];
  /** Where the pictures below a map come from, and whom to name for them; without it a map draws districts. */
  readonly map?: { readonly tiles: string; readonly attribution: string } | undefined;
};

function logoIn(folder: string, name: string): Html {
  try {
    return trustedHtml(readFileSync(join(folder, name), 'utf8'));
  } catch {
    throw new Error(`${join(folder, 'authority.yaml')}: theme.logo: there is no file ${name} beside it`);
  }
}

/** Every id, slug and host that two authorities claim, as sentences. */
function claimedTwice(authorities: readonly Authority[]): readonly string[] {
  const claims = authorities.flatMap((authority) =>
    [
      `the id ${authority.id}`,
      `the slug ${authority.slug}`,
      ...authority.hosts.map((name) => `the host ${name}`),
    ].map((claim) => ({ claim, path: join(authority.folder, 'authority.yaml') })),
  );
  return [...Map.groupBy(claims, ({ claim }) => claim)]
    .filter(([, all]) => all.length > 1)
    .map(([claim, all]) => `${all.map(({ path }) => path).join(' and ')} both have ${claim}`);
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isDirectory() && readdirSync(path).includes('authority.yaml'));
  } catch {
    return [];
  }
}

function read(folder: string): Authority {
  const path = join(folder, 'authority.yaml');
  let given: unknown;
  try {
    given = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `${path} cannot be read: ${error instanceof YAMLParseError ? error.message : String(error)}`,
    );
  }
  const parsed = authorityFile.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw new Error(lines.join('\n'));
  }
  const file = parsed.data;
  return {
    id: file.id,
    slug: file.slug,
    name: file.name,
    service: file.service,
    demonstration: file.demonstration,
    hosts: file.hosts,
    folder,
    theme: {
      brand: file.theme.brand,
      brandDark: file.theme['brand-dark'],
      brandTint: file.theme['brand-tint'],
      accent: file.theme.accent,
      link: file.theme.link,
      linkHover: file.theme['link-hover'],
    },
    logo: file.theme.logo === undefined ? nothing : logoIn(folder, file.theme.logo),
    contact: {
      phone: file.contact.phone,
      email: file.contact.email,
      hours: file.contact.hours ?? '',
      address: file.contact.address ?? '',
    },
    crisis: file.crisis,
    localities: file.localities,
    map: file.map,
  };
}

/**
 * Reads every authority folder below `folder`, in the order of their names. Throws one sentence for each line
 * of a file that is not right: the file, the place in it, and what it must be.
 */
export function loadAuthorities(folder: string): readonly Authority[] {
  const authorities = foldersIn(folder).map(read);
  if (authorities.length === 0)
    throw new Error(`${folder} holds no authority: a folder with an authority.yaml in it.`);
  const twice = claimedTwice(authorities);
  if (twice.length > 0) throw new Error(twice.join('\n'));
  return authorities;
}
