/** The longest name that we keep, in characters, with its ending. */
const longest = 100;

/** Control characters, format characters (bidirectional overrides, joiners, zero widths), line separators, private use. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/** What Windows does not let stand in a name, so that a saved copy keeps its name everywhere. */
const reserved = /[<>:"|?*]/g;

/**
 * Makes a name that is safe to show and to save under, from the name that a browser declared. Path parts,
 * control characters and characters that turn the direction of writing are taken away, and the ending is
 * the true one, so that "../scan.pdf.exe" is shown as "scan.pdf" when it really holds a PDF. It is still
 * text that a person chose: pages must escape it, as they escape everything.
 */
export function safeDisplayName(declaredName: string, extension: string): string {
  const lastPart = declaredName.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const seen = lastPart.normalize('NFC').replace(unseen, '').replace(reserved, ' ');
  const stem = withoutEndings(seen.replace(/\s+/g, ' ').trim()).replace(/^[.\s]+|[.\s]+$/g, '');
  const kept = [...stem].slice(0, longest - extension.length - 1).join('');
  return `${kept.trimEnd() || 'file'}.${extension}`;
}

/** Endings that say what a file is. Only these are taken off, so that "Letter 3.2026" stays whole. */
const ending = /\.(?:pdf|jpe?g|jfif|png|webp|heic|heif|exe|com|scr|bat|cmd|js|html?|svg|docx?|zip)$/i;

function withoutEndings(name: string): string {
  let rest = name;
  while (ending.test(rest)) rest = rest.replace(ending, '').trimEnd();
  return rest;
}

/**
 * Gives the value of a Content-Disposition header that makes a browser save the file instead of opening it,
 * with the name in both of the forms of RFC 6266 (plain ASCII, and UTF-8 for browsers that read it).
 */
export function attachmentHeader(displayName: string): string {
  const ascii = displayName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '');
  const encoded = encodeURIComponent(displayName.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
