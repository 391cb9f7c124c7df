/** After one of these a slash begins a regular expression; after a name, a number or a bracket it divides. */
const beforeExpression =
  /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|void|await|yield))\s*$/;

/**
 * The text of a TypeScript file with what is not code replaced by spaces: comments, the insides of strings, of
 * templates (but not of their `${…}`) and of regular expressions. Every character keeps its place, and every line.
 */
export function blanked(text: string): string {
  let out = '';
  let at = 0;
  /** For each template that we are inside of: how many braces are open in its present `${…}`. */
  const templates: number[] = [];

  const keep = (count: number) => {
    out += text.slice(at, at + count);
    at += count;
  };
  const blank = (end: number) => {
    out += text.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  /** Blanks up to the end of a template's text: its closing mark, or the next `${`. */
  const template = () => {
    const [, inside = ''] = /^((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)/.exec(text.slice(at)) ?? [];
    blank(at + inside.length);
    if (text[at] === '$') {
      keep(2);
      templates.push(0);
    } else keep(1);
  };
  /** Keeps the marks at both ends of what `form` matches here, and blanks what is between them. */
  const quoted = (form: RegExp) => {
    const length = form.exec(text.slice(at))?.[0].length ?? 1;
    if (length < 2) return keep(1);
    const end = at + length;
    keep(1);
    blank(end - 1);
    keep(1);
  };

  while (at < text.length) {
    const here = text[at];
    const open = templates.at(-1);
    if (text.startsWith('//', at)) blank(endOf(text, '\n', at));
    else if (text.startsWith('/*', at)) blank(endOf(text, '*/', at + 2) + 2);
    else if (here === "'" || here === '"')
      quoted(new RegExp(`^${here}(?:[^${here}\\\\\\n]|\\\\[\\s\\S])*${here}`));
    else if (here === '`') {
      keep(1);
      template();
    } else if (here === '/' && beforeExpression.test(out.slice(-40))) {
      quoted(/^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//);
    } else if (here === '}' && open === 0) {
      templates.pop();
      keep(1);
      template();
    } else {
      if (open !== undefined && here === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && here === '}') templates[templates.length - 1] = open - 1;
      keep(1);
    }
  }
  return out;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
}
