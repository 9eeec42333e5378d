import { tellingArchive, tellMailboxChanged } from '../event-sources/mailbox-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import type { Feature } from '../feature-codes/feature.ts'
import { isPin } from '../pins/pin-hash.ts'
import { PinLock } from '../pins/pin-lock.ts'
import type { Slice } from '../slices/slice.ts'
import { SoundConverter } from '../sounds/sound-converter.ts'
import { openByCode, voicemailFlow } from './access-call.ts'
import { bringAllGreetings, bringGreetings } from './bring-greetings.ts'
import { carryOver } from './carry-over.ts'
import { GoneSounds } from './gone-sounds.ts'
import { type Mailbox, NO_VOICEMAIL, type Voicemail } from './mailbox.ts'
import { storedArchive } from './message-archive.ts'
import { MessageIntake } from './message-intake.ts'
import { MessageLamps } from './message-lamps.ts'
import { mailingOwner } from './owner.ts'
import type { MailboxParts } from './parts.ts'
import { expireMessages } from './retention.ts'
import { voicemailRoutes } from './routes.ts'
import { voicemailProblems } from './rules.ts'
import { StoredSounds } from './sounds.ts'
import { promptedSpeech } from './speech.ts'
import { mailboxSpool } from './spool.ts'
import { followVoicemail, loadVoicemail } from './store.ts'
import { UnsolicitedLamps } from './unsolicited-lamps.ts'
import { Upkeep } from './upkeep.ts'

/** Mailboxes (VM-01..04). */
export const voicemail: Slice<Voicemail> = {
  area: 'extensions',
  snapshot: {
    empty: NO_VOICEMAIL,
    tables: ['mailbox', 'mailbox_greeting', 'mailbox_access'],
    load: loadVoicemail,
    follow: followVoicemail,
  },
  problems: voicemailProblems,
  open: ({ database, directory, clock, logger, dataDir, blobs, mail, sink = NO_SINK }) => {
    const [sounds, spool] = [new StoredSounds(blobs), mailboxSpool(dataDir)]
    const gone = new GoneSounds({ database, sounds, logger })
    const sweep = () => gone.sweep()
    const archive = tellingArchive(storedArchive(database, logger, sweep), sink)
    const lamps = new MessageLamps({ archive, directory, logger })
    const changed = (box: Mailbox): void => {
      void lamps.changed(box)
      tellMailboxChanged(box, sink)
    }
    const owner = mailingOwner(mail, logger)
    const intake = new MessageIntake({ spool, sounds, archive, directory, owner, clock, logger, changed })
    const parts: MailboxParts = {
      ...{ archive, sounds, spool, intake, clock, logger, changed, isPin },
      ...{ speech: promptedSpeech, lock: new PinLock(clock), owner },
    }
    const upkeep = [
      () => carryOver({ spool, sounds, database, directory, clock, logger }),
      () => intake.recover(),
      () => bringAllGreetings({ blobs, directory, logger }),
      () => expireMessages({ database, directory, clock, logger }),
      sweep,
    ]
    return {
      destinations: { targets: { voicemail: voicemailFlow(parts) } },
      features: [mailboxFeature(parts)],
      events: [lamps.service()],
      begin: ({ phones }) => {
        const begun = [new UnsolicitedLamps({ lamps, directory, clock, phones }), new Upkeep(clock, upkeep)]
        return { close: () => void begun.map((each) => each.close()) }
      },
      replaced: (now, before) => {
        lamps.replaced(now, before)
        void bringGreetings(now, before, { blobs, logger })
      },
      routes: voicemailRoutes({ database, sounds, sweep, logger, changed, converter: new SoundConverter() }),
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
