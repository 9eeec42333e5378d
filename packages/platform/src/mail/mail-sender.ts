/** A message to a person, as it is to go out. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachment?: { readonly fileName: string; readonly contentType: string; readonly path: string }
}

/** Brings mail on its way. Rejects when the next server has not taken it. */
export interface MailSender {
  send(mail: Mail): Promise<void>
}
