import { createHash } from 'node:crypto';
import type { Authority } from '#platform/authorities/index.ts';

/** The style of the list: a few rules in the council's colours, for any width from 200 pixels on. */
function written({ theme }: Authority): string {
  return `:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;padding:12px;background:#fffdf8;color:#1d1d1b;font:1rem/1.45 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1{margin:0 0 12px;padding-bottom:8px;border-bottom:4px solid ${theme.accent};font-size:1.25rem;line-height:1.25;color:${theme.brandDark}}
h2{margin:0 0 4px;font-size:1.0625rem;line-height:1.3}
p{margin:0 0 8px}
ul{margin:0;padding:0;list-style:none}
.list>li{margin:0 0 12px;padding:12px;border:1px solid #d9d4c7;border-radius:6px;background:#fff}
.facts{color:#4d4943;font-size:.9375rem}
.facts li{padding-left:14px;text-indent:-14px}
.facts li::before{content:"";display:inline-block;width:6px;height:6px;margin-right:8px;border-radius:50%;background:${theme.brand};vertical-align:middle}
.tier{font-size:.875rem;font-weight:700;color:${theme.brandDark}}
.paused{margin:8px 0;padding:6px 8px;border-left:4px solid ${theme.accent};background:${theme.brandTint}}
.more{font-weight:700}
footer{font-size:.875rem;color:#4d4943}
a{color:${theme.link};text-underline-offset:.15em}
a:hover{color:${theme.linkHover};text-decoration-thickness:2px}
a:focus-visible{outline:3px solid #1d1d1b;outline-offset:2px;background:#ffdd00;color:#1d1d1b}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
}

const kept = new WeakMap<Authority, string>();

/** The style sheet of an authority's lists. */
export function listStyle(authority: Authority): string {
  const known = kept.get(authority) ?? written(authority);
  kept.set(authority, known);
  return known;
}

/** Its address, which changes with it. */
export function listStylePath(authority: Authority): string {
  const version = createHash('sha256').update(listStyle(authority)).digest('hex').slice(0, 12);
  return `/embed/list.css?version=${version}`;
}
