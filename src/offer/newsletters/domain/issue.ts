/** A newsletter: being written, or sent with its number. Its words are Markdown. */
export type Issue = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
  readonly sent: { readonly number: number; readonly at: Temporal.Instant } | null;
};
