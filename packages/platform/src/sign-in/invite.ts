import { KlinkeError } from '@klinke/foundation'
import type { MailSender } from '../mail/mail-sender.ts'
import { type Addressee, invitationMail } from './mails.ts'
import type { SignIn } from './sign-in.ts'

/** How people are told that they may sign in. */
export interface InvitationServices {
  readonly signIn: SignIn
  /** Absent: this installation sends no mail. */
  readonly mailer?: MailSender | undefined
  readonly publicUrl: () => string
}

/** Sends the link by which somebody chooses the first password. Throws `NoMail`; rejects when the mail server does not take it. */
export async function invite({ signIn, mailer, publicUrl }: InvitationServices, login: Addressee & { readonly id: string }): Promise<void> {
  if (mailer === undefined) throw new NoMail()
  const token = await signIn.withOperator((tx) => signIn.tokens.give(tx, 'invitation', login.id))
  await mailer.send(invitationMail(login, publicUrl(), token))
}

export class NoMail extends KlinkeError {
  constructor() {
    super('no-mail', 'This server sends no mail (KLINKE_SMTP_URL). Give an initial password instead: initialPassword.')
  }
}
