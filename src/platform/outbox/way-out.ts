import { type Result, refusal, success } from '#kernel/refusal.ts';
import { type MessageSender, messageSender, type SmtpConfig } from '#platform/notify/index.ts';

/** What the configuration says of sending. */
export type WayOutConfig = {
  readonly notify: {
    readonly apiKey: string;
    readonly templateId: string;
    readonly url: string | null;
  } | null;
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly isDemonstration: boolean;
};

/**
 * Chooses how messages leave the house: GOV.UK Notify when its key is set, else the mail server that is set,
 * else, in a demonstration, not at all: they count as sent and stand in the outbox. A service that is no
 * demonstration and has no way out keeps them waiting, and says so as their problem. Refuses (`bad-setting`)
 * an SMTP_URL that cannot be used.
 */
export function wayOut(config: WayOutConfig): Result<MessageSender> {
  const chosen = choose(config);
  return chosen.ok && config.isDemonstration ? success(sparingMadeUpPeople(chosen.value)) : chosen;
}

/** Domains that belong to nobody (RFC 2606): where the made-up people of a demonstration have their addresses. */
const nobodysDomain =
  /@(?:[^@\s]+\.)?(?:example\.(?:org|com|net)|[^@\s]+\.(?:example|test|invalid|localhost))$/i;

/** A demonstration that is set up to send for real must not write to people whom it has made up. */
function sparingMadeUpPeople(sender: MessageSender): MessageSender {
  return {
    send: async (message) =>
      nobodysDomain.test(message.to.trim()) ? { outcome: 'sent' } : sender.send(message),
  };
}

function choose(config: WayOutConfig): Result<MessageSender> {
  const { notify, smtp } = config;
  if (notify !== null) {
    const { apiKey, templateId: emailTemplateId, url } = notify;
    const where = url === null ? {} : { baseUrl: url };
    return success(messageSender({ by: 'notify', apiKey, emailTemplateId, ...where }));
  }
  if (smtp !== null) {
    const read = readMailServer(smtp);
    return read.ok ? success(messageSender({ by: 'smtp', ...read.value })) : read;
  }
  if (config.isDemonstration) return success(messageSender({ by: 'outbox', keep: () => {} }));
  return success({ send: async () => ({ outcome: 'try-again', problem: 'no-way-out-configured' }) });
}

const encryptions = ['required', 'when-offered', 'never'] as const;

/**
 * Reads a mail server's address: smtps://user:password@host:465, or smtp://host:587, which asks for
 * encryption unless it says ?encryption=when-offered or never. `from` is an address or "Name <address>".
 */
export function readMailServer(smtp: { readonly url: string; readonly from: string }): Result<SmtpConfig> {
  const url = new URL(smtp.url);
  const asked = url.searchParams.get('encryption') ?? 'required';
  const encryption = encryptions.find((one) => one === asked);
  if (
    (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') ||
    url.hostname === '' ||
    encryption === undefined
  ) {
    const sentence =
      'SMTP_URL must be like smtps://user:password@mail.example.org:465, or smtp://… with ?encryption=required, when-offered or never.';
    return refusal('bad-setting', sentence, 'SMTP_URL');
  }
  const from = /^(?:(?<name>[^<>]*?)\s*<)?(?<address>[^\s<>@]+@[^\s<>@]+)>?$/.exec(smtp.from.trim())?.groups;
  if (from?.address === undefined) {
    const sentence =
      'MAIL_FROM must be an address, or a name and an address: Short breaks <breaks@example.org>';
    return refusal('bad-setting', sentence, 'MAIL_FROM');
  }
  const isFromTheStart = url.protocol === 'smtps:';
  return success({
    host: url.hostname,
    port: url.port === '' ? (isFromTheStart ? 465 : 587) : Number(url.port),
    encryption: isFromTheStart ? 'from-the-start' : encryption,
    ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    from: { name: from.name?.replaceAll('"', '') ?? '', address: from.address },
  });
}
