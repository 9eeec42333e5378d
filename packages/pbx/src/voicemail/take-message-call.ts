import { mayUse, profileFor, type TenantProfile } from '@klinke/accounts'
import { type Outcome, refused, talked } from '@klinke/calls'
import type { SipRequest } from '@klinke/sip'
import type { CallContext } from '../calls/context.ts'
import { greetingFor } from './greeting.ts'
import { type BegunMessage, MIN_MESSAGE_MS } from './message-intake.ts'
import { asError, inTime, type MailboxCall, say, sayUnavailable, speech } from './parts.ts'
import { type RecordedSound, recordSound } from './record-sound.ts'
import type { Spoken } from './speech.ts'

/** Room that a message may take at most: three minutes at 8 kHz are 3 MB. */
const BYTES_PER_SECOND = 32_000

/** What the caller did with the greeting. */
export type AfterGreeting = 'message' | 'owner'

/** Somebody is led to a mailbox: greeting, beep, message (VM-01). `owner`: opens it for a caller who presses `*`. */
export async function takeMessage(at: MailboxCall, context: CallContext, owner: () => Promise<Outcome>): Promise<Outcome> {
  const { call, box, tenant } = at
  const extension = [...tenant.extensions.values()].find(({ id }) => id === box.extensionId)
  if (!box.settings.enabled || extension === undefined || !mayUse(tenant.profile, extension, 'voicemail')) {
    call.note('mailbox-off', extension?.number ?? box.extensionId)
    return refused('unreachable', 480)
  }
  if (wantsPerson(call.request)) {
    call.note('wants-person', extension.number)
    return refused('unreachable', 480)
  }
  call.note('mailbox', extension.number)
  await call.answer({ tenantId: tenant.id, extensionId: extension.id, number: extension.number, displayName: extension.name })
  const limits = profileFor(tenant.profile, extension)
  const full = await inTime(at, whyFull(at, limits))
  if (full === undefined) return sayUnavailable(at)
  if (full !== 'room') return sayFull(at, full)
  if ((await greet(at, context)) === 'owner') return owner()
  const begun = await begin(at, context)
  if (begun === undefined) return sayFull(at, 'storage-full')
  await keepOrDrop(at, begun, await recordSound(at, begun.sound, limits.voicemailSeconds))
  return talked('hung-up-by-called')
}

/** RFC 3841 §9.2: the caller takes no mailbox, such as one that rings others beside this one and asks who answers to accept the call. */
function wantsPerson({ headers }: SipRequest): boolean {
  return headers.list('Reject-Contact').some((value) => /actor="(?:[^"]*,)?msg-taker/i.test(value))
}

/** VM-02, REC-01: the box is full, or the customer's storage is. */
async function whyFull({ box, parts }: MailboxCall, profile: TenantProfile): Promise<'mailbox-full' | 'storage-full' | 'room'> {
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
  const path = sound && parts.sounds.greeting(box.tenantId, sound)
  if (sound !== undefined && path === undefined) {
    parts.logger.warn("a greeting is not on this disk; the product's is said instead", { mailbox: box.id, sound })
  }
  const spoken: readonly Spoken[] = path === undefined ? [{ say: 'greeting' }] : [{ say: 'file', path }]
  const prompt = speech(at, ...spoken)
  for (;;) {
    const { digits } = await call.collect({ maxDigits: 1, firstDigitSeconds: 0, interDigitSeconds: 0, prompt })
    if (digits === '*') return 'owner'
    if (digits === '' || digits === '#') return 'message'
  }
}

/** Undefined: the disk takes nothing. */
async function begin({ call, box, parts }: MailboxCall, { from }: CallContext): Promise<BegunMessage | undefined> {
  try {
    return await parts.intake.begin(box, from)
  } catch (error) {
    parts.logger.error('a message cannot be recorded', { call: call.id, error: asError(error) })
    return undefined
  }
}

/** What was recorded becomes a message, also of a caller who has hung up: nothing here may depend on the call still being there. */
async function keepOrDrop(at: MailboxCall, begun: BegunMessage, { reason, spokenMs, durationMs }: RecordedSound): Promise<void> {
  const { call, parts } = at
  const short = spokenMs < MIN_MESSAGE_MS
  if (reason === 'failed' || short) {
    call.note(short ? 'message-too-short' : 'recording-failed', `${spokenMs} ms, ${reason}`)
    await parts.intake.drop(begun)
    if (!call.scope.closed) await say(at, { say: reason === 'stopped' || reason === 'silence' ? 'message-too-short' : 'storage-full' })
    return
  }
  call.note('message-left', `${Math.round(durationMs / 1000)} s`)
  await inTime(
    at,
    parts.intake.keep(begun, durationMs).then(() => 'kept'),
  )
  if (call.scope.closed) return
  // A disk that fills up in the middle keeps what was said until then.
  await say(at, { say: reason === 'disk-full' ? 'storage-full' : 'message-stored' }, { say: 'goodbye' })
}
