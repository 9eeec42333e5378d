import { type Call, type Outcome, talked } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { Language } from '@klinke/platform'
import { deny } from '../calls/confirm.ts'
import { numberParty } from '../calls/parties.ts'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import { isPin } from '../pins/pin-hash.ts'
import type { PinLock } from '../pins/pin-lock.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import { languageOf } from '../prompts/prompts.ts'
import type { Announcement } from './announcement.ts'

export const MAX_ANNOUNCEMENT_SECONDS = 180
const SILENCE_SECONDS = 5
/** What is shorter is a slip. */
const MIN_MS = 500
const MAX_QUESTIONS = 3
const FIRST_KEY_SECONDS = 6
const NEXT_KEY_SECONDS = 4

export interface RecordParts {
  readonly lock: PinLock
  /** Whether what was entered is the PIN that is stored so. Absent: `pins/pin-hash.ts`, which takes real time. */
  readonly isPin?: typeof isPin
  readonly files: RecordingFiles
  /** As `keepAnnouncement`. */
  readonly keep: (tenantId: string, announcementId: string, language: Language, octets: Uint8Array) => Promise<void>
}

/** Files of recordings that nobody has decided to keep yet. */
export interface RecordingFiles {
  readonly create: () => Promise<string>
  readonly read: (path: string) => Promise<Uint8Array>
  readonly remove: (path: string) => Promise<void>
}

/** `*57` and the number of an announcement: it is recorded, after the tenant's PIN for that. */
export function recordFeature(parts: RecordParts): DialledFeature {
  return {
    ...{ name: 'record-announcement', title: { de: 'Ansage aufnehmen', en: 'Record an announcement' }, codes: ['*57'] },
    ...{ when: 'dialled', argument: 'required', run: (call, number, context) => recordByPhone(call, number, context, parts) },
  }
}

async function recordByPhone(call: Call, number: string, context: FeatureContext, parts: RecordParts): Promise<Outcome> {
  const { tenant } = context
  const target = tenant.internalNumbers.byNumber.get(number)
  const announcement = target?.kind === 'announcement' ? tenant.announcements.byId.get(target.id) : undefined
  const pinHash = tenant.announcements.recordingPinHash
  if (announcement === undefined) return deny(call, `no announcement has the number ${number}`, context)
  if (pinHash === undefined) return deny(call, 'announcements are not recorded by phone', context)
  await call.answer(numberParty(number, tenant.id))
  if (await mayRecord(call, pinHash, context, parts)) await record(call, announcement, context, parts)
  return talked('hung-up-by-called')
}

async function mayRecord(call: Call, pinHash: string, context: FeatureContext, parts: RecordParts): Promise<boolean> {
  const { lock } = parts
  const key = context.tenant.id
  for (let asked = 0; asked < MAX_QUESTIONS && !lock.isLocked(key); asked++) {
    const pin = await ask(call, 'enter-pin', 8, context)
    if (pin === '') continue
    if (await (parts.isPin ?? isPin)(pin, pinHash)) {
      lock.right(key)
      return true
    }
    call.note('wrong-pin', 'announcements')
    lock.wrong(key)
    await say(call, 'wrong-pin', context)
  }
  if (lock.isLocked(key)) await say(call, 'pin-locked', context)
  return false
}

async function record(call: Call, announcement: Announcement, context: FeatureContext, { files, ...parts }: RecordParts): Promise<void> {
  for (let tries = 0; tries < MAX_QUESTIONS; tries++) {
    const path = await files.create()
    try {
      const choice = (await recorded(call, path, context)) ? await keepIt(call, path, context) : 'again'
      if (choice === 'keep') await keep(call, announcement, await files.read(path), context, parts)
      if (choice !== 'again') return
    } finally {
      await files.remove(path)
    }
  }
}

/** False: it was too short, and the caller has been told so. */
async function recorded(call: Call, path: string, context: FeatureContext): Promise<boolean> {
  await say(call, 'vm-record-after-tone', context)
  const { digits } = call.principal
  digits.forget()
  const limits = { maxSeconds: MAX_ANNOUNCEMENT_SECONDS, stopAfterSilenceSeconds: SILENCE_SECONDS, announceBeep: true }
  const recording = await call.record({ of: [call.principal], path, channels: 'mixed', ...limits })
  const key = digits.next().then((next) => {
    if (next.kind === 'digit') recording.stop()
  })
  const end = await recording.ended
  digits.interrupt()
  await key
  const spokenMs = end.durationMs - (end.reason === 'silence' ? SILENCE_SECONDS * 1000 : 0)
  if (end.reason !== 'failed' && end.reason !== 'disk-full' && spokenMs >= MIN_MS) return true
  await say(call, 'vm-message-too-short', context)
  return false
}

/** 1 keeps, 2 lets it be heard, 3 begins again; who hangs up or presses nothing keeps what was there before. */
async function keepIt(call: Call, path: string, context: FeatureContext): Promise<'keep' | 'again' | 'leave'> {
  for (let asked = 0; asked < MAX_QUESTIONS && !call.scope.closed; ) {
    const key = await ask(call, 'vm-keep-recording', 1, context)
    if (key === '1') return 'keep'
    if (key === '3') return 'again'
    if (key === '2') await call.play({ kind: 'files', files: [path], repeat: 1 })
    else asked++
  }
  return 'leave'
}

async function keep(
  call: Call,
  { id, name }: Announcement,
  octets: Uint8Array,
  context: FeatureContext,
  parts: Pick<RecordParts, 'keep'>,
): Promise<void> {
  const { tenant } = context
  try {
    await parts.keep(tenant.id, id, languageOf({ tenant }), octets)
    call.note('announcement-recorded', name)
    await say(call, 'done', context)
  } catch (error) {
    if (!(error instanceof KlinkeError)) throw error
    call.note('announcement-not-recorded', error.code)
    await say(call, error.code === 'storage-full' ? 'vm-mailbox-full' : 'try-later', context)
  }
}

async function say(call: Call, said: PromptId, { tenant, pbx }: FeatureContext): Promise<void> {
  await call.play(pbx.prompts.source(said, { tenant }))
}

async function ask(call: Call, said: PromptId, maxDigits: number, { tenant, pbx }: FeatureContext): Promise<string> {
  const { digits } = await call.collect({
    ...{ maxDigits, firstDigitSeconds: FIRST_KEY_SECONDS, interDigitSeconds: NEXT_KEY_SECONDS },
    ...(maxDigits > 1 && { terminator: '#' as const }),
    prompt: pbx.prompts.source(said, { tenant }),
  })
  return digits
}
