import { randomUUIDv7 } from 'node:crypto'
import { type Outcome, refused, talked } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import type { SipRequest } from '@klinke/sip'
import type { CallContext } from '../calls/context.ts'
import { greetingFor } from './greeting.ts'
import type { Message } from './mailbox.ts'
import { asError, inTime, type MailboxCall, say, sayUnavailable, speech } from './parts.ts'
import { type RecordedSound, recordSound } from './record-sound.ts'
import type { Spoken } from './speech.ts'

/** Shorter ones are a breath and a hang-up. */
export const MIN_MESSAGE_SECONDS = 2
/** Room that a message may take at most: three minutes at 8 kHz are 3 MB. */
const BYTES_PER_SECOND = 32_000

/** A message is tried to be stored so often, for ten minutes: longer than a database takes to come back. */
const STORE_AGAIN_MS = 5_000
const STORE_ATTEMPTS = 120

/** What the caller did with the greeting. */
export type AfterGreeting = 'message' | 'owner'

/** Somebody is led to a mailbox: greeting, beep, message (VM-01). `owner`: opens it for a caller who presses `*`. */
export async function takeMessage(at: MailboxCall, context: CallContext, owner: () => Promise<Outcome>): Promise<Outcome> {
  const { call, box, tenant } = at
  const extension = [...tenant.extensions.values()].find(({ id }) => id === box.extensionId)
  if (!box.settings.enabled || extension === undefined) {
    call.note('mailbox-off', extension?.number ?? box.extensionId)
    return refused('unreachable', 480)
  }
  if (wantsPerson(call.request)) {
    call.note('wants-person', extension.number)
    return refused('unreachable', 480)
  }
  call.note('mailbox', extension.number)
  await call.answer({ tenantId: tenant.id, extensionId: extension.id, number: extension.number, displayName: extension.name })
  const full = await inTime(at, whyFull(at))
  if (full === undefined) return sayUnavailable(at)
  if (full !== 'room') return sayFull(at, full)
  if ((await greet(at, context)) === 'owner') return owner()
  const recorded = await recordSound(at, tenant.profile.voicemailSeconds)
  await keepOrDrop(at, context, recorded)
  return talked('hung-up-by-called')
}

/** RFC 3841 §9.2: the caller takes no mailbox, such as one that rings others beside this one and asks who answers to accept the call. */
function wantsPerson({ headers }: SipRequest): boolean {
  return headers.list('Reject-Contact').some((value) => /actor="(?:[^"]*,)?msg-taker/i.test(value))
}

/** VM-02, REC-01: the box is full, or the customer's storage is. */
async function whyFull({ box, tenant, parts }: MailboxCall): Promise<'mailbox-full' | 'storage-full' | 'room'> {
  const { profile } = tenant
  const counts = await parts.archive.counts(box)
  if (counts.new + counts.saved >= profile.voicemailMessages) return 'mailbox-full'
  const used = await parts.archive.usedBytes(box)
  return used + profile.voicemailSeconds * BYTES_PER_SECOND > profile.storageBytes ? 'storage-full' : 'room'
}

async function sayFull(at: MailboxCall, why: 'mailbox-full' | 'storage-full'): Promise<Outcome> {
  at.call.note(why, at.box.id)
  await say(at, { say: why }, { say: 'goodbye' })
  return talked('hung-up-by-called')
}

/** `#` skips the greeting. */
async function greet(at: MailboxCall, { forwards }: CallContext): Promise<AfterGreeting> {
  const { call, box, tenant, parts } = at
  const situation = { busy: forwards.at(-1)?.reason === 'busy', nowMs: parts.clock.epochMs(), schedules: tenant.schedules }
  const kind = greetingFor(box, situation)
  const sound = kind && box.greetings.get(kind)
  call.note('greeting', kind ?? 'product')
  const spoken: readonly Spoken[] =
    sound === undefined ? [{ say: 'greeting' }] : [{ say: 'file', path: parts.sounds.path(box.tenantId, sound) }]
  const prompt = speech(at, ...spoken)
  for (;;) {
    const { digits } = await call.collect({ maxDigits: 1, firstDigitSeconds: 0, interDigitSeconds: 0, prompt })
    if (digits === '*') return 'owner'
    if (digits === '' || digits === '#') return 'message'
  }
}

/** What was recorded becomes a message, also of a caller who has hung up: nothing here may depend on the call still being there. */
async function keepOrDrop(at: MailboxCall, context: CallContext, recorded: RecordedSound): Promise<void> {
  const { call, box, parts } = at
  const { reason, spokenMs, sound } = recorded
  const short = spokenMs < MIN_MESSAGE_SECONDS * 1000
  if (reason === 'failed' || short) {
    call.note(short ? 'message-too-short' : 'recording-failed', `${spokenMs} ms, ${reason}`)
    await parts.sounds.remove(box.tenantId, sound.name)
    if (!call.scope.closed) await say(at, { say: reason === 'stopped' || reason === 'silence' ? 'message-too-short' : 'storage-full' })
    return
  }
  await inTime(at, keep(at, context, recorded))
  if (call.scope.closed) return
  // A disk that fills up in the middle keeps what was said until then.
  await say(at, { say: reason === 'disk-full' ? 'storage-full' : 'message-stored' }, { say: 'goodbye' })
}

/** The row, and the mail to the owner; all in the background if it takes long, for the sound is on the disk. */
async function keep({ call, box, tenant, parts }: MailboxCall, { from }: CallContext, recorded: RecordedSound): Promise<true> {
  const { sound, sizeBytes, durationMs } = recorded
  const about = { callerNumber: from.number, callerName: from.displayName, receivedAtMs: parts.clock.epochMs(), durationMs }
  const message: Message = { id: randomUUIDv7(), mailboxId: box.id, state: 'new', ...about, sound: sound.name }
  call.note('message-left', `${Math.round(durationMs / 1000)} s`)
  await untilStored(() => parts.archive.add(box, message, sizeBytes), { parts, box })
  parts.changed(box)
  if (!(await parts.owner.messageLeft(box, message, sound.path, tenant))) return true
  await parts.archive.remove(box, message)
  await parts.sounds.remove(box.tenantId, sound.name)
  parts.changed(box)
  return true
}

/** A message whose row cannot be written now is not lost: it is tried again. Throws what the last attempt has thrown. */
async function untilStored(store: () => Promise<void>, { parts, box }: Pick<MailboxCall, 'parts' | 'box'>): Promise<void> {
  for (let attempt = 1; attempt < STORE_ATTEMPTS; attempt++) {
    try {
      return await store()
    } catch (error) {
      parts.logger.warn('a message could not be stored yet', { mailbox: box.id, attempt, error: asError(error) })
    }
    await sleep(parts.clock, STORE_AGAIN_MS)
  }
  return store()
}
