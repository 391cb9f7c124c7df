import type { Clock } from '#kernel/clock.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { AuditNote } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { FileDesk } from '#platform/files/index.ts';
import type { Tally } from '#platform/tallies/index.ts';
import type { FormBody, FormState } from './form.ts';
import type { Html } from './html.ts';
import type { KeptThing } from './kept-in-browser.ts';

/** A signed-in person as the request knows them. */
export type Person = {
  readonly id: string;
  readonly kind: 'family' | 'practitioner' | 'provider';
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** The session that this request came by, so that it can be named among the person's others. */
  readonly sessionId: string;
};

/** The signed-in person, for what a policy lets only signed-in people do. Throws where there is none. */
export function signedIn(visit: Pick<Visit, 'person'>): Person {
  if (visit.person === null) throw new Error('the policy lets only signed-in people in');
  return visit.person;
}

/** A file that came with a form, read whole into memory; `tooBig` ones carry no bytes. */
export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tooBig: boolean;
};

/** A message to send once this request's transaction has been committed; words are plain text. */
export type MessageToSend = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly reference?: string;
  readonly personId?: string;
  /** Whether whoever reads it could sign in by it: its text is then not kept once it is sent. */
  readonly isSecret?: boolean;
};

/** One request, as a page or an action sees it: everything it may need, and nothing of the web server. */
export type Visit = {
  readonly authority: Authority;
  readonly person: Person | null;
  readonly transaction: Transaction;
  readonly clock: Clock;
  readonly requestId: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was posted; empty on a GET. */
  readonly form: FormBody;
  readonly uploads: readonly Upload[];
  /** What to show in the fields again, and what was wrong with it. */
  readonly formState: FormState;
  readonly csrfToken: string;
  /** The kinds of content that whoever asks would like (the Accept header), for an address that answers in several. */
  readonly accept: string;
  /** Whether the demonstration is on; a page may then say so. */
  readonly isDemonstration: boolean;
  /** Whether the visitor sits at this same machine (loopback), which demonstration sign-in asks for. */
  readonly isFromThisMachine: boolean;
  /** The visitor's browser and kind of machine in words, such as "Firefox on Windows". */
  readonly device: string;
  /** Whether practitioners can sign in with their council's own account here. */
  readonly hasCouncilSignIn: boolean;
  /** The address that this authority is served at, without a slash at the end: for links in messages. */
  readonly origin: string;
  /** Where files are handed in and asked for again. */
  readonly files: FileDesk;
  /** Adds to the audit trail, in this transaction. The route's own event is written without this. */
  note(note: AuditNote): void;
  /**
   * Counts that something happened, of nobody: written once the page is made, with the day and nothing else of the
   * visit. The one thing besides the audit trail that a page which is read may leave behind.
   */
  tally(tally: Tally): void;
  /** Says which record the route's own audit event is about. */
  concerns(kind: string, id: string, details?: AuditNote['details']): void;
  /** Queues a message in this transaction; it is sent once the transaction is committed. */
  send(message: MessageToSend): Promise<void>;
  /** Sets or clears the session cookie with the answer. */
  setSession(token: string | null): void;
  /**
   * What this visitor's browser keeps for them, and the service does not; null where there is nothing. Whoever asks
   * makes a page of this visitor's own: nobody in between may keep it, and it never goes out as open data.
   */
  keptInBrowser(thing: KeptThing): string | null;
  /** Has the browser keep a text with the answer to this action, or forget it (null). A page that is read keeps nothing. */
  keepInBrowser(thing: KeptThing, value: string | null): void;
};

/** A page: its title (also the h1's words, mostly), its main content, and what the layout shows around it. */
export type Page = {
  readonly kind: 'page';
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
  /** Shown above the main content: a back link or breadcrumbs. */
  readonly before?: Html;
  /** Which entry of the service navigation is current. */
  readonly section?: Section;
  /** For search engines and for those who share a link. */
  readonly description?: string;
  /** Whether search engines are asked to stay away; every page behind sign-in is. */
  readonly isPrivate?: boolean;
  /** Whether the button stands above the page with which somebody in danger leaves it at once. */
  readonly hasQuickExit?: boolean;
  /** What the page has a script for, besides what all pages have; each is missed by nobody who has no script. */
  readonly enhancements?: readonly Enhancement[];
  /** What search engines read of the page, as schema.org says it; an object that JSON can hold. */
  readonly linkedData?: object;
};

/** A map beside a list, and the button that says where one is. */
export type Enhancement = 'map' | 'location';

export type Section =
  | 'find'
  | 'what-can-we-get'
  | 'apply'
  | 'account'
  | 'practitioners'
  | 'applications'
  | 'children'
  | 'packages'
  | 'budget'
  | 'listings'
  | 'statement'
  | 'none';

export type Redirect = { readonly kind: 'redirect'; readonly to: string };

/** A form that cannot be taken: it is shown again with these sentences and with what was typed. Nothing is saved. */
export type Wrong = { readonly kind: 'wrong'; readonly refusals: readonly Refusal[] };

export type Download = {
  readonly kind: 'download';
  readonly name: string;
  readonly mediaType: string;
  readonly body: Uint8Array | string;
  /** Shown in the browser instead of saved; only for types that cannot run anything. */
  readonly inline?: boolean;
};

/**
 * Open data or a part of a page for other sites: sent as it is, with who may read and keep it. What shows anything of
 * a person is never sent so.
 */
export type OpenAnswer = {
  readonly kind: 'open';
  readonly status?: number;
  readonly mediaType: string;
  /** A long answer comes in pieces, which are made while it is sent. */
  readonly body: string | Uint8Array | Iterable<string>;
  /** What changes when the answer does, without quotation marks: a browser that has it gets 304. */
  readonly etag?: string;
  readonly lastModified?: Temporal.Instant;
  /** For how many seconds whoever stands in between may keep it; asked for anew each time if not given. */
  readonly keepSeconds?: number;
  /** Whether other sites may show it in a frame of theirs. Only for pages without a form that posts. */
  readonly mayBeFramed?: boolean;
};

export type NotFound = { readonly kind: 'not-found'; readonly what?: string };

/** Leaves for the council's own sign-in service; the attempt is kept, sealed, in a cookie until the answer comes back. */
export type ToSignInService = {
  readonly kind: 'to-sign-in-service';
  readonly url: string;
  readonly attempt: string;
};

export type Answer = Page | Redirect | Wrong | Download | OpenAnswer | NotFound | ToSignInService;

/** Gives a page. */
export function page(content: Omit<Page, 'kind'>): Page {
  return { kind: 'page', ...content };
}

/** Gives a redirect to a path of this service. Anything that could lead elsewhere is a bug. */
export function redirect(to: string): Redirect {
  if (!isLocalPath(to)) throw new Error(`${to} does not stay within the service`);
  return { kind: 'redirect', to };
}

/** Whether the text is a path of this service: not another site's address, however it is disguised. */
export function isLocalPath(text: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text);
}

/** Leaves for the council's sign-in service: the only way out of the house, and never in clear over a network. */
export function leaveForSignIn(to: { readonly url: URL; readonly attempt: string }): ToSignInService {
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(to.url.hostname);
  if (to.url.protocol !== 'https:' && !isLoopback) throw new Error('a sign-in service is reached by https');
  return { kind: 'to-sign-in-service', url: to.url.href, attempt: to.attempt };
}

/** Gives open data, which any site may read. */
export function openAnswer(content: Omit<OpenAnswer, 'kind'>): OpenAnswer {
  return { kind: 'open', ...content };
}

/** Gives the form back with what was wrong. */
export function wrong(...refusals: readonly Refusal[]): Wrong {
  return { kind: 'wrong', refusals };
}

export function notFound(what?: string): NotFound {
  return what === undefined ? { kind: 'not-found' } : { kind: 'not-found', what };
}
