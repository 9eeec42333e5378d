import { naming, said, told } from './step-words.ts'

/** Voicemail, announcements, recordings, feature codes and PINs. */
export const featureSteps = {
  mailbox: said(
    'Die Mailbox nimmt den Anruf an.',
    'The mailbox takes the call.',
    naming('Die Mailbox von {it} nimmt den Anruf an.', 'The mailbox of {it} takes the call.'),
  ),
  'mailbox-access': said(
    'Jemand fragt eine Mailbox ab.',
    'Somebody accesses a mailbox.',
    naming('{it} fragt eine Mailbox ab.', '{it} accesses a mailbox.'),
  ),
  'mailbox-call-back': said('Aus der Mailbox wird zurückgerufen.', 'The sender of a message is called back.'),
  'mailbox-full': said('Die Mailbox ist voll.', 'The mailbox is full.'),
  'mailbox-off': said(
    'Die Mailbox ist ausgeschaltet.',
    'The mailbox is switched off.',
    told(/^(?<it>\d{1,15})$/, 'Die Mailbox von {it} ist ausgeschaltet.', 'The mailbox of {it} is switched off.'),
  ),
  'mailbox-opened': said('Die Mailbox ist geöffnet.', 'The mailbox is open.'),
  'mailbox-unavailable': said('Der Speicher der Mailboxen antwortet nicht.', 'The store of the mailboxes does not answer.'),
  'no-mailbox': said(
    'Diese Mailbox gibt es nicht.',
    'This mailbox does not exist.',
    told(/^(?<it>\d+)$/, '{it} hat keine Mailbox.', '{it} has no mailbox.'),
  ),
  'storage-full': said('Der Speicher des Kunden ist voll.', 'The storage of the customer is full.'),
  'wants-person': said(
    'Der Anrufer will mit einem Menschen sprechen statt mit der Mailbox.',
    'The caller wants a person rather than the mailbox.',
  ),
  greeting: said('Der Anrufer hört die Begrüßung der Mailbox.', 'The caller hears the greeting of the mailbox.'),
  'greeting-deleted': said('Eine Begrüßung ist gelöscht.', 'A greeting is deleted.'),
  'greeting-recorded': said('Eine Begrüßung ist aufgenommen.', 'A greeting is recorded.'),
  'greeting-not-recorded': said('Die Begrüßung wurde nicht aufgenommen.', 'The greeting was not recorded.'),
  'message-left': said(
    'Der Anrufer hinterlässt eine Nachricht.',
    'The caller leaves a message.',
    told(
      /^(?<seconds>\d+) s$/,
      'Der Anrufer hinterlässt eine Nachricht von {seconds} Sekunden.',
      'The caller leaves a message of {seconds} seconds.',
    ),
  ),
  'message-restored': said('Eine gelöschte Nachricht ist wiederhergestellt.', 'A deleted message is restored.'),
  'message-too-short': said('Die Nachricht war zu kurz, um aufgehoben zu werden.', 'The message was too short to be kept.'),
  'pin-changed': said('Die PIN ist geändert.', 'The PIN is changed.'),
  'pin-missing': said('Es ist noch keine PIN gesetzt.', 'No PIN is set yet.'),
  'pin-wrong': said('Die PIN war zu oft falsch.', 'The PIN was wrong too often.'),
  'pin-locked': said(
    'Nach zu vielen falschen PINs ist der Zugang eine Weile gesperrt.',
    'After too many wrong PINs access is locked for a while.',
  ),
  'wrong-pin': said('Die eingegebene PIN war falsch.', 'The PIN that was entered was wrong.'),
  'turned-away': said(
    'Der Anrufer wurde abgewiesen.',
    'The caller was turned away.',
    told(
      /pin-locked/,
      'Der Anrufer wurde abgewiesen: nach zu vielen falschen PINs ist der Zugang eine Weile gesperrt.',
      'The caller was turned away: after too many wrong PINs access is locked for a while.',
    ),
    told(/pin/, 'Der Anrufer wurde abgewiesen: die PIN stimmt nicht.', 'The caller was turned away: the PIN is wrong.'),
  ),
  announcement: said(
    'Der Anrufer hört eine Ansage.',
    'The caller hears an announcement.',
    told(/^(?<it>[^:→]+)$/, 'Der Anrufer hört die Ansage „{it}“.', 'The caller hears the announcement “{it}”.'),
  ),
  'announcement-recorded': said('Eine Ansage ist am Telefon aufgenommen.', 'An announcement is recorded by phone.'),
  'announcement-not-recorded': said('Die Ansage wurde nicht aufgenommen.', 'The announcement was not recorded.'),
  'announcement-silent': said('Zu der Ansage gibt es keine Aufnahme.', 'The announcement has no recording.'),
  'recording-asked': said(
    'Die Teilnehmer werden gefragt, ob sie mit der Aufzeichnung einverstanden sind.',
    'The parties are asked whether they agree to being recorded.',
  ),
  'recording-begun': said('Die Aufzeichnung beginnt.', 'Recording begins.'),
  'recording-ended': said(
    'Die Aufzeichnung endet.',
    'Recording ends.',
    told(/, (?<seconds>\d+) s$/, 'Die Aufzeichnung endet nach {seconds} Sekunden.', 'Recording ends after {seconds} seconds.'),
  ),
  'recording-failed': said('Die Aufnahme ist durch einen Fehler nicht gelungen.', 'Recording has failed.'),
  'recording-paused': said('Die Aufzeichnung ruht.', 'Recording is paused.'),
  'recording-resumed': said('Die Aufzeichnung geht weiter.', 'Recording goes on.'),
  'recording-refused': said(
    'Es wird nicht aufgezeichnet.',
    'The call is not recorded.',
    told(
      /exchange media themselves/,
      'Es wird nicht aufgezeichnet: die Teilnehmer tauschen den Ton unmittelbar aus.',
      'The call is not recorded: the parties exchange the sound themselves.',
    ),
    told(
      /declined/,
      'Es wird nicht aufgezeichnet: ein Teilnehmer hat nicht zugestimmt.',
      'The call is not recorded: a party has not agreed.',
    ),
    told(/room|storage/, 'Es wird nicht aufgezeichnet: der Speicher ist voll.', 'The call is not recorded: the storage is full.'),
  ),
  feature: said(
    'Ein Wählcode wurde gewählt.',
    'A feature code was dialled.',
    naming('Ein Wählcode wurde gewählt (Funktion {it}).', 'A feature code was dialled (feature {it}).'),
  ),
  'feature-argument': said(
    'Dem Wählcode fehlt etwas, oder es folgt zu viel.',
    'Something is missing after the feature code, or there is too much.',
  ),
  'unknown-feature-code': said(
    'Diesen Wählcode gibt es nicht.',
    'This feature code does not exist.',
    naming('Den Wählcode {it} gibt es nicht.', 'The feature code {it} does not exist.'),
  ),
  confirmed: said('Was der Wählcode verlangt, ist geschehen.', 'What the feature code asks for is done.'),
  denied: said(
    'Was gewählt wurde, ist nicht möglich.',
    'What was dialled is not possible.',
    told(
      /^(?<who>\S+) may not pick up (?<it>\S+)$/,
      '{who} darf Anrufe von {it} nicht heranholen.',
      '{who} may not pick up calls of {it}.',
    ),
    told(/^(?<who>\S+) is in no pickup group$/, '{who} gehört zu keiner Gruppe zum Heranholen.', '{who} is in no pickup group.'),
    told(/^(?<who>\S+) is no operator$/, '{who} gehört nicht zur Vermittlung.', '{who} is no operator.'),
    told(
      /no destination was set before/,
      'Der Schalter blieb aus: ein Ziel war nie eingestellt.',
      'It stayed off: no destination was set before.',
    ),
    told(
      /not a shared phone/,
      'An diesem Telefon kann sich niemand anmelden: es ist kein gemeinsames.',
      'Nobody can log in at this phone: it is not a shared one.',
    ),
  ),
  'database-away': said(
    'Die Datenbank antwortet nicht: das Gewählte war nicht möglich.',
    'The database does not answer: what was dialled was not possible.',
  ),
  'logged-off': said(
    'Am Telefon ist niemand angemeldet.',
    'Nobody is logged in at the phone.',
    told(
      /^(?<it>\S+) → (?<kind>\S+)$/,
      '{it} ist an keinem Telefon angemeldet; der Anruf geht zu: {kind}.',
      '{it} is logged in at no phone; the call goes to: {kind}.',
    ),
  ),
  'hot-desk-logged-in': said(
    'Jemand hat sich an einem gemeinsamen Telefon angemeldet.',
    'Somebody has logged in at a shared phone.',
    told(/^(?<it>\S+) at (?<phone>\S+)$/, '{it} hat sich am Telefon {phone} angemeldet.', '{it} has logged in at the phone {phone}.'),
  ),
  'hot-desk-logged-out': said(
    'Jemand hat sich von einem gemeinsamen Telefon abgemeldet.',
    'Somebody has logged out of a shared phone.',
    told(/^(?<it>\d+)$/, '{it} hat sich vom gemeinsamen Telefon abgemeldet.', '{it} has logged out of the shared phone.'),
  ),
  'hot-desk-refused': said('Die Anmeldung am gemeinsamen Telefon war nicht möglich.', 'Logging in at the shared phone was not possible.'),
  restart: said(
    'Die Anlage wurde neu gestartet; dies ist das letzte Lebenszeichen des Anrufs.',
    'The exchange was restarted; this is the last sign of life of the call.',
  ),
} as const
