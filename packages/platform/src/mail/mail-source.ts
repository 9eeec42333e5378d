/** A mail that lies in a mailbox, as it has come. */
export interface ReceivedMail {
  /** RFC 5322; only its beginning where `isWhole` is false. */
  readonly raw: Uint8Array
  /** False: it is larger than what is taken. */
  readonly isWhole: boolean
}

/** Larger mail is not read: what mail servers commonly take. */
export const MAX_MAIL_OCTETS = 25 * 1024 * 1024
/** Of a mail that is too large: its header and the beginning of its text. */
export const MAIL_HEAD_OCTETS = 64 * 1024
/** Mails taken at a time; the rest comes the next time. */
export const MAILS_AT_A_TIME = 50

/**
 * A mailbox whose mail is taken over. `take` is called with one mail after the other; a mail is marked as taken once `take` has resolved, so one that is interrupted
 * comes again, and does not hold up those behind it. Rejects when the mailbox cannot be reached, or with the first failure when all had their turn.
 */
export interface MailSource {
  receive(take: (mail: ReceivedMail) => Promise<void>): Promise<void>
}

/** All in turn; throws the first failure once the last one had its turn. */
export async function takeEach<T>(all: readonly T[], take: (one: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const one of all) await take(one).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
