/** A message to a person, as it is to go out. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same each time that it is tried, and its own: its Message-ID is made of it, by which a doubled mail is known (RFC 5322 section 3.6.4). */
  readonly id?: string
  /** Its whole Message-ID; absent: made of `id`, or of nothing. */
  readonly messageId?: string
  /** Messages that it belongs behind, the nearest last (RFC 5322 section 3.6.4). */
  readonly references?: readonly string[]
  /** Where answers go; absent: to the sender. */
  readonly replyTo?: string
  /** Nobody has written it: told so that no other program answers (RFC 3834 section 5). */
  readonly automatic?: boolean
  readonly attachment?: { readonly fileName: string; readonly contentType: string; readonly path: string }
}

/** Brings mail on its way. Rejects when the next server has not taken it. */
export interface MailSender {
  send(mail: Mail): Promise<void>
}
