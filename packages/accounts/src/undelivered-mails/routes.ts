import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, NotFound, type Tx } from '@klinke/platform'
import { z } from 'zod'

/** What mails tell of. */
export const MAIL_SUBJECTS = ['ticket', 'order', 'credit', 'prices'] as const
export type MailSubject = (typeof MAIL_SUBJECTS)[number]

/** A mail that the next server has not taken until it was given up. */
export interface UndeliveredMail {
  readonly id: string
  readonly tenantId: string | null
  readonly recipient: string
  readonly subject: string
  readonly failure: string
  readonly createdAt: Date
  readonly givenUpAt: Date
}

/** A room that sends mail. Both run as the operator. */
export interface MailRoom {
  readonly about: MailSubject
  /** Given up, the newest first. */
  readonly undelivered: (tx: Tx, limit: number) => Promise<readonly UndeliveredMail[]>
  /** From now on it is tried as if it were new. False: it is not among them. */
  readonly tryAgain: (tx: Tx, id: string, at: Date) => Promise<boolean>
}

/** Of each room; the operator works them off, so that there are never many. */
const MAX_LISTED = 200
const tags = ['service levels']
const config = { access: 'operator' } as const
const mailView = z.object({
  ...{ id: z.uuid(), about: z.enum(MAIL_SUBJECTS), tenantId: z.uuid().nullable(), recipient: z.string(), subject: z.string() },
  failure: z.string().describe('What the mail server has said'),
  ...{ createdAt: z.iso.datetime(), givenUpAt: z.iso.datetime() },
})

/** Mail that reached nobody, however often it was tried: for the operator, who mends the address and has it tried again. */
export function undeliveredMailRoutes({
  database,
  clock,
  rooms,
}: {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly rooms: readonly MailRoom[]
}): ApiRoutes {
  return (api) => {
    const response = { 200: z.object({ items: z.array(mailView) }) }
    const list = { tags, summary: 'List mails that were given up, the newest first', response }
    api.get('/undelivered-mails', { config, schema: list }, async () => {
      const found = await database.withOperator(async (tx) => {
        const all = []
        for (const { about, undelivered } of rooms) all.push(...(await undelivered(tx, MAX_LISTED)).map((mail) => ({ ...mail, about })))
        return all
      })
      const newest = found.toSorted((one, other) => other.givenUpAt.getTime() - one.givenUpAt.getTime())
      return {
        items: newest.map(({ createdAt, givenUpAt, ...mail }) => ({
          ...{ ...mail, createdAt: createdAt.toISOString(), givenUpAt: givenUpAt.toISOString() },
        })),
      }
    })
    const params = z.object({ mailId: z.uuid() })
    const again = { tags, summary: 'Have a mail tried again that was given up', params, response: { 204: z.null() } }
    api.post('/undelivered-mails/:mailId/retry', { config, schema: again }, async (request, reply) => {
      const { mailId } = request.params
      const isFound = await database.withOperator(async (tx) => {
        for (const { tryAgain } of rooms) if (await tryAgain(tx, mailId, new Date(clock.epochMs()))) return true
        return false
      })
      if (!isFound) throw new NotFound('mail', mailId)
      return reply.code(204).send(null)
    })
  }
}
