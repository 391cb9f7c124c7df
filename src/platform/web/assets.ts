import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Enhancement } from './visit.ts';

/** A file served as it is, under a name that changes with its content, so that browsers may keep it for ever. */
export type Asset = { readonly path: string; readonly mediaType: string; readonly body: Buffer };

const require = createRequire(import.meta.url);

function asset(name: string, mediaType: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const dot = name.lastIndexOf('.');
  return { path: `/assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`, mediaType, body };
}

const govuk = require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');

/** Only central government may use the Transport font, so the style sheet is served without any word of it. */
function withoutTransport(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--daybreak-font)');
}

function fontFile(name: string): Buffer {
  return readFileSync(require.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${name}`));
}

const font = asset(
  'atkinson-latin.woff2',
  'font/woff2',
  fontFile('atkinson-hyperlegible-next-latin-wght-normal.woff2'),
);
const fontMore = asset(
  'atkinson-more.woff2',
  'font/woff2',
  fontFile('atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'),
);

const fontFaces = `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;font-display:swap;src:url(${font.path}) format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212}
@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;font-display:swap;src:url(${fontMore.path}) format("woff2");unicode-range:U+0100-02BA,U+1E00-1E9F}
`;

const ownCss = ['./daybreak.css', '../charts/charts.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

/** The one style sheet: the design system, then what is Daybreak's own. */
export const styleSheet = asset(
  'daybreak.css',
  'text/css; charset=utf-8',
  Buffer.from(`${fontFaces}${withoutTransport(readFileSync(govuk, 'utf8'))}\n${ownCss}`),
);

const govukScript = asset(
  'govuk.js',
  'text/javascript; charset=utf-8',
  readFileSync(require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js')),
);

/** The one script: it turns the design system's enhancements on. Every page works without it. */
export const script = asset(
  'enhance.js',
  'text/javascript; charset=utf-8',
  Buffer.from(
    readFileSync(new URL('./enhance.js', import.meta.url), 'utf8').replace('GOVUK_SCRIPT', govukScript.path),
  ),
);

function ownScript(name: string, file: string, replaced: Readonly<Record<string, string>> = {}): Asset {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const whole = Object.entries(replaced).reduce((left, [word, path]) => left.replace(word, path), text);
  return asset(name, 'text/javascript; charset=utf-8', Buffer.from(whole));
}

const leafletScript = asset(
  'leaflet.js',
  'text/javascript; charset=utf-8',
  readFileSync(require.resolve('leaflet/dist/leaflet.js')),
);
const leafletStyle = asset(
  'leaflet.css',
  'text/css; charset=utf-8',
  readFileSync(require.resolve('leaflet/dist/leaflet.css')),
);

/** The scripts of single pages. The map's fetches Leaflet when somebody opens a map. */
export const pageScripts: Readonly<Record<Enhancement, Asset>> = {
  map: ownScript('map.js', '../maps/map.js', {
    LEAFLET_SCRIPT: leafletScript.path,
    LEAFLET_STYLE: leafletStyle.path,
  }),
  location: ownScript('location.js', '../maps/location.js'),
};

export const assets: readonly Asset[] = [
  styleSheet,
  script,
  govukScript,
  font,
  fontMore,
  leafletScript,
  leafletStyle,
  ...Object.values(pageScripts),
];
