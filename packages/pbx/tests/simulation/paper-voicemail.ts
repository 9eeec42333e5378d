import { type Clock, silentLogger } from '@klinke/foundation'
import { PinLock } from '../../src/pins/pin-lock.ts'
import type { OpenSlice } from '../../src/slices/slice.ts'
import { voicemailFlow } from '../../src/voicemail/access-call.ts'
import type { MailboxParts } from '../../src/voicemail/parts.ts'
import { mailboxFeature } from '../../src/voicemail/slice.ts'
import { promptedSpeech } from '../../src/voicemail/speech.ts'
import { PaperArchive } from '../../src/voicemail/test-support/paper-archive.ts'

const MESSAGE_BYTES = 80_044

/** Mailboxes whose messages are kept in memory. */
export function paperVoicemail(clock: Clock): OpenSlice {
  let made = 0
  const parts: MailboxParts = {
    archive: new PaperArchive(),
    sounds: {
      create: () => Promise.resolve({ name: `${++made}.wav`, path: `/paper/${made}.wav` }),
      path: (tenantId, name) => `/${tenantId}/${name}`,
      size: () => Promise.resolve(MESSAGE_BYTES),
      remove: () => Promise.resolve(),
    },
    speech: promptedSpeech,
    ...{ clock, lock: new PinLock(clock), logger: silentLogger },
    owner: { messageLeft: () => Promise.resolve(false), locked: () => Promise.resolve() },
    isPin: (pin, hash) => Promise.resolve(pin === hash),
    changed: () => undefined,
  }
  return { destinations: { targets: { voicemail: voicemailFlow(parts) } }, features: [mailboxFeature(parts)] }
}
