import { createTransport } from 'nodemailer';
import { readAddress } from './address.ts';
import { htmlPart } from './html-part.ts';
import { type MessageSender, never, type SendOutcome, sent, tryAgain } from './message.ts';

export type SmtpConfig = {
  readonly host: string;
  readonly port: number;
  /**
   * `from-the-start` (port 465), `required` (STARTTLS or nothing), `when-offered`, or `never` for a relay on
   * the same machine or a closed network.
   */
  readonly encryption: 'from-the-start' | 'required' | 'when-offered' | 'never';
  readonly user?: string;
  readonly password?: string;
  /** The address that messages come from, and the name that people see. */
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers go, when not to `from`. */
  readonly replyTo?: string;
  /** How long to wait for the server at each step, in milliseconds; twenty seconds unless told otherwise. */
  readonly timeoutMilliseconds?: number;
};

/**
 * Gives the sender that hands messages to a mail server. What the server says with 4xx, a server that is
 * away and a wrong password may pass (`try-again`); what it says with 5xx will not (`never`). A repeated
 * sending has the same Message-ID, so that mail programs show it once.
 */
export function smtpSender(config: SmtpConfig): MessageSender {
  const transport = createTransport(transportOptions(config));
  const host = config.from.address.split('@').at(-1) ?? 'localhost';
  return {
    async send(message) {
      const to = readAddress(message.to);
      if (to === undefined) return never('address-unusable');
      if (to.by === 'text') return never('text-messages-not-configured');
      try {
        await transport.sendMail({
          from: config.from,
          // As an object: a string would be read as a list of addresses.
          to: { name: '', address: to.address },
          ...(config.replyTo === undefined ? {} : { replyTo: config.replyTo }),
          subject: message.subject.replace(/\s+/g, ' '),
          text: message.text,
          html: htmlPart(message),
          messageId: `<${message.id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Daybreak-Reference': message.reference },
        });
        return sent;
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function transportOptions(config: SmtpConfig) {
  const timeout = config.timeoutMilliseconds ?? 20_000;
  const { user, password } = config;
  return {
    host: config.host,
    port: config.port,
    secure: config.encryption === 'from-the-start',
    requireTLS: config.encryption === 'required',
    ignoreTLS: config.encryption === 'never',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The server's own words are left out: they repeat the address. */
function outcomeOf(error: unknown): SendOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  // A wrong password is the operator's to mend, and the message is still good.
  if (code === 'EAUTH') return tryAgain('smtp-sign-in-refused');
  const answered = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  if (answered !== undefined)
    return answered >= 500 ? never(`smtp-${answered}`) : tryAgain(`smtp-${answered}`);
  const problem = `smtp-${code.toLowerCase()}`;
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? never(problem) : tryAgain(problem);
}
