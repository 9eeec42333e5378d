import { type Clock, silentLogger } from '@klinke/foundation'
import { PinLock } from '../../src/pins/pin-lock.ts'
import type { OpenSlice } from '../../src/slices/slice.ts'
import type { PbxDirectory } from '../../src/snapshot.ts'
import { voicemailFlow } from '../../src/voicemail/access-call.ts'
import { MessageIntake } from '../../src/voicemail/message-intake.ts'
import type { MailboxParts } from '../../src/voicemail/parts.ts'
import { mailboxFeature } from '../../src/voicemail/slice.ts'
import { promptedSpeech } from '../../src/voicemail/speech.ts'
import { PaperArchive } from '../../src/voicemail/test-support/paper-archive.ts'
import { PaperSounds } from '../../src/voicemail/test-support/paper-sounds.ts'

/** Mailboxes whose messages are kept in memory. */
export function paperVoicemail(clock: Clock, directory: PbxDirectory): OpenSlice {
  let made = 0
  const sounds = new PaperSounds(() => `${++made}.wav`)
  const owner = { messageLeft: () => Promise.resolve(false), locked: () => Promise.resolve() }
  const work = { archive: new PaperArchive(), sounds, spool: sounds, owner, clock, logger: silentLogger, changed: () => undefined }
  const parts: MailboxParts = {
    ...{ ...work, intake: new MessageIntake({ ...work, directory }) },
    ...{ speech: promptedSpeech, lock: new PinLock(clock), isPin: (pin, hash) => Promise.resolve(pin === hash) },
  }
  return { destinations: { targets: { voicemail: voicemailFlow(parts) } }, features: [mailboxFeature(parts)] }
}
