import { KlinkeError } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { findRange } from '../numbers/range-store.ts'
import { type Desk, makeStep, type StepMaker } from './make-step.ts'
import type { PortingMessage } from './message.ts'
import { isNewMessage } from './message-store.ts'
import type { MadeStep } from './rules.ts'
import { findByReference, insertPorting } from './store.ts'

/** What a message is about is not here: the other carrier has it wrong, or it is not for us. */
export class MessageAboutNothing extends KlinkeError {
  constructor(why: string) {
    super('porting-message-about-nothing', why)
  }
}

/**
 * Does what another carrier's message says; one that has come before does nothing. Throws `MessageAboutNothing`, and what `makeStep` throws:
 * then nothing has happened, and the message is to be looked at by a person.
 */
export async function takeMessage(tx: Tx, desk: Desk, message: PortingMessage, epochMs: number): Promise<void> {
  if (message.to !== desk.carrierCode) throw new MessageAboutNothing(`The message is for ${message.to}, and we are ${desk.carrierCode}.`)
  if (!(await isNewMessage(tx, message))) return
  if (message.says.kind === 'VA') return begin(tx, message, message.says, epochMs)
  const porting = await findByReference(tx, message.reference)
  if (porting === undefined || porting.carrier !== message.from)
    throw new MessageAboutNothing(`There is no porting with the reference ${message.reference} with ${message.from}.`)
  const maker: StepMaker = { by: message.from, epochMs, told: true }
  await makeStep(tx, desk, porting.id, stepOf(message.says), maker)
}

/** Another carrier wants a number of ours. It is looked at by a person, who agrees or refuses. */
async function begin(
  tx: Tx,
  { reference, from }: PortingMessage,
  says: Extract<PortingMessage['says'], { kind: 'VA' }>,
  epochMs: number,
): Promise<void> {
  const { number, businessCase, holder, wishedFor, attendant } = says
  const range = await findRange(tx, number)
  if (range === undefined)
    throw new MessageAboutNothing(`${number} is none of our numbers, or not the first one of its block: answer with RNG.`)
  const noMore = { contact: '', country: 'DE', email: null, directoryEntry: false, keepTemporary: false }
  const form = { ...noMore, businessCase, carrier: from, holder, attendant, wishedFor }
  const porting = { ...form, tenantId: range.tenantId, direction: 'out', number, createdBy: from, state: 'asked', reference } as const
  await insertPorting(tx, porting, new Date(epochMs))
}

function stepOf(says: Exclude<PortingMessage['says'], { kind: 'VA' }>): MadeStep {
  switch (says.kind) {
    case 'RUEM-VA':
      return { step: 'agree', agreedFor: says.agreedFor }
    case 'ABBM':
      return { step: 'reject', codes: says.codes, remark: says.remark }
    case 'TVS-VA':
      return { step: 'postpone', agreedFor: says.agreedFor }
    case 'STR-AUF':
      return { step: 'cancel', remark: '' }
  }
}
