import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { type Desk, makeStep } from './make-step.ts'
import { type PortingPartner, portingMessage, type Received } from './message.ts'
import { messageSent, nextMessage } from './message-store.ts'
import { duePortings } from './store.ts'
import { takeMessage } from './take-message.ts'

export interface RoundParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly desk: Desk
  /** Absent: messages wait, and a person does what they would say. */
  readonly partner: PortingPartner | undefined
}

/** A cut-over begins that late at most. */
const EVERY_MS = 15_000

/** Switches numbers whose window has begun, and exchanges messages with other carriers, every fifteen seconds until it is closed. */
export function portingRounds(parts: RoundParts): Resource {
  const { clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const round = async (): Promise<void> => {
    try {
      await portingRound(parts)
    } catch (error) {
      logger.warn('portings could not be looked after', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    running = round()
  }
  let timer = clock.after(EVERY_MS, begin)
  return {
    close: () => {
      closed = true
      timer.cancel()
      return running
    },
  }
}

/** One of these rounds. What fails in one porting or message leaves the others alone. */
export async function portingRound({ database, clock, logger, desk, partner }: RoundParts): Promise<void> {
  const due = await database.withOperator((tx) => duePortings(tx, new Date(clock.epochMs())))
  for (const id of due) {
    const maker = { by: 'Klinke', epochMs: clock.epochMs() }
    const switched = database.withOperator((tx) => makeStep(tx, desk, id, { step: 'switch', remark: '' }, maker))
    await switched.catch((error: unknown) => logger.error('a number could not be switched', { porting: id, error: String(error) }))
  }
  if (partner === undefined) return
  const parts = { database, clock, logger, desk }
  // A mailbox that cannot be read holds up nothing that is to go out.
  await receive(parts, partner).catch((error: unknown) =>
    logger.warn('messages about portings could not be fetched', { error: String(error) }),
  )
  while (await sendOne(database, partner));
}

async function receive(parts: Omit<RoundParts, 'partner'>, partner: PortingPartner): Promise<void> {
  for (const received of await partner.receive()) await take(parts, received)
}

async function take({ database, clock, logger, desk }: Omit<RoundParts, 'partner'>, received: Received): Promise<void> {
  const read = portingMessage.safeParse(received.content)
  if (!read.success)
    return received.refused(
      `This is no message between carriers: ${read.error.issues[0]?.message ?? ''} (${read.error.issues[0]?.path.join('.') ?? ''}).`,
    )
  try {
    await database.withOperator((tx) => takeMessage(tx, desk, read.data, clock.epochMs()))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    logger.warn('a message about a porting was put aside', { reference: read.data.reference, why })
    return received.refused(why)
  }
  await received.done()
}

/** False: there is none. One that the partner does not take is still the next one. */
function sendOne(database: Database, partner: PortingPartner): Promise<boolean> {
  return database.withOperator(async (tx) => {
    const message = await nextMessage(tx)
    if (message === undefined) return false
    await partner.send(message)
    await messageSent(tx, message.id)
    return true
  })
}
