import { tellingArchive, tellMailboxChanged } from '../event-sources/mailbox-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import type { Feature } from '../feature-codes/feature.ts'
import { isPin } from '../pins/pin-hash.ts'
import { PinLock } from '../pins/pin-lock.ts'
import type { Slice } from '../slices/slice.ts'
import { openByCode, voicemailFlow } from './access-call.ts'
import { type Mailbox, NO_VOICEMAIL, type Voicemail } from './mailbox.ts'
import { storedArchive } from './message-archive.ts'
import { MessageLamps } from './message-lamps.ts'
import { mailingOwner } from './owner.ts'
import type { MailboxParts } from './parts.ts'
import { keepRetention } from './retention.ts'
import { voicemailRoutes } from './routes.ts'
import { voicemailProblems } from './rules.ts'
import { mailboxSounds } from './sounds.ts'
import { promptedSpeech } from './speech.ts'
import { loadVoicemail } from './store.ts'
import { UnsolicitedLamps } from './unsolicited-lamps.ts'

/** Mailboxes (VM-01..04). */
export const voicemail: Slice<Voicemail> = {
  area: 'extensions',
  snapshot: { empty: NO_VOICEMAIL, load: loadVoicemail },
  problems: voicemailProblems,
  open: ({ database, directory, clock, logger, dataDir, mail, sink = NO_SINK }) => {
    const sounds = mailboxSounds(dataDir)
    const archive = tellingArchive(storedArchive(database, logger), sink)
    const lamps = new MessageLamps({ archive, directory, logger })
    const changed = (box: Mailbox): void => {
      void lamps.changed(box)
      tellMailboxChanged(box, sink)
    }
    const parts: MailboxParts = {
      ...{ archive, sounds, clock, logger, changed, isPin },
      ...{ speech: promptedSpeech, lock: new PinLock(clock), owner: mailingOwner(mail, logger) },
    }
    keepRetention({ database, directory, sounds, clock, logger })
    return {
      destinations: { targets: { voicemail: voicemailFlow(parts) } },
      features: [mailboxFeature(parts)],
      events: [lamps.service()],
      begin: ({ phones }) => new UnsolicitedLamps({ lamps, directory, clock, phones }),
      replaced: (now, before) => lamps.replaced(now, before),
      routes: voicemailRoutes({ database, sounds, logger, changed }),
    }
  },
}

export function mailboxFeature(parts: MailboxParts): Feature {
  return {
    ...{
      name: 'mailbox',
      title: { de: 'Mailbox abfragen', en: 'Open the mailbox' },
      codes: ['*55'],
      when: 'dialled',
      argument: 'optional',
    },
    run: (call, argument, context) => openByCode(call, argument, context, parts),
  }
}
