import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { ConstraintRefusals, Database, Transaction } from '#platform/database/index.ts';
import type { FileDesk } from '#platform/files/index.ts';
import type { SignInService } from '#platform/people/openid/sign-in-service.ts';
import type { FormState } from './form.ts';
import type { KeptThing } from './kept-in-browser.ts';
import type { PostedForm } from './read-body.ts';
import type { Seal } from './seal.ts';
import type { Answer, MessageToSend, Person } from './visit.ts';

/** One request, read from the wire, before anybody has looked who is asking. */
export type Asked = {
  readonly authority: Authority;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly posted: PostedForm;
  readonly sessionToken: string | null;
  readonly keptToken: string | null;
  readonly csrfToken: string;
  readonly isFromThisMachine: boolean;
  /** The browser and the kind of machine, in words. */
  readonly device: string;
  readonly origin: string;
  readonly requestId: string;
  /** The Accept header as it came. */
  readonly accept: string;
  /** What the browser keeps for its visitor, opened. */
  keptInBrowser(thing: KeptThing): string | null;
};

/** What the platform lends to every request. */
export type Surroundings = {
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly isDemonstration: boolean;
  /** The council's own sign-in service; absent where none is set up. */
  readonly signInService?: SignInService | undefined;
  readonly constraintRefusals: ConstraintRefusals;
  readonly files: FileDesk;
  /** Queues a message in the transaction given. */
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
};

/** What came out: the answer, who asked, and what the cookies must say from now on. */
export type Outcome = {
  readonly answer: Answer;
  readonly person: Person | null;
  readonly formState: FormState;
  /** Whether the page left nothing behind in the database, so that it may be sent again without being made. */
  readonly isWithoutTrace?: boolean;
  /** The new session token; null to sign out; undefined to leave it alone. */
  readonly session?: string | null | undefined;
  readonly keptToken?: string | null | undefined;
  /** What the browser is to keep or to forget from now on. */
  readonly keptInBrowser?: ReadonlyMap<KeptThing, string | null>;
};
