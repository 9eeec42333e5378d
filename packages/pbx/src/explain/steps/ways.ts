import { naming, said, told } from './step-words.ts'

const LED = /^(?<it>.+) → (?<kind>\S+)$/

/** Numbers, emergency calls, where calls are led, and their sound. */
export const waySteps = {
  number: said(
    'Die Rufnummer führt zu ihrem Ziel.',
    'The number leads to its destination.',
    told(LED, 'Die Rufnummer {it} führt zu: {kind}.', 'The number {it} leads to: {kind}.'),
  ),
  'number-unassigned': said(
    'Die Rufnummer ist keinem Ziel zugeordnet.',
    'The number has no destination.',
    naming('Die Rufnummer {it} ist keinem Ziel zugeordnet.', 'The number {it} has no destination.'),
  ),
  'number-beyond': said(
    'Es wurden mehr Ziffern gewählt, als der Rufnummernblock hat.',
    'More digits were dialled than the block of numbers has.',
    told(
      /^(?<it>\S+) beyond (?<block>\S+)$/,
      'Gewählt wurde {it}, also mehr Ziffern, als der Block ab {block} hat: der Anruf geht an die Rufnummer davor.',
      '{it} was dialled, which is more digits than the block from {block} has: the call goes to the number in front.',
    ),
  ),
  'number-beyond-refused': said(
    'Für diesen Block ist Durchwahl über seine Stellen hinaus nicht erlaubt.',
    'Dialling on beyond the digits of this block is not allowed.',
    told(
      /^(?<it>\S+) beyond (?<block>\S+)$/,
      'Gewählt wurde {it}, also mehr Ziffern, als der Block ab {block} hat; das ist für ihn nicht erlaubt, und der Anruf erreicht niemanden.',
      '{it} was dialled, which is more digits than the block from {block} has; that is not allowed there, and the call reaches nobody.',
    ),
  ),
  'not-a-number': said('Das Gewählte ist keine Rufnummer.', 'What was dialled is no telephone number.'),
  'on-net': said(
    'Der Anruf bleibt in der Anlage.',
    'The call stays inside the exchange.',
    naming('Der Anruf an {it} bleibt in der Anlage und kostet keinen Weg nach draußen.', 'The call to {it} stays inside the exchange.'),
  ),
  inbound: said(
    'Der Anruf kommt aus dem Telefonnetz.',
    'The call comes from the telephone network.',
    told(
      /^(?<it>\S+) from carrier (?<carrier>.+)$/,
      'Der Anruf an {it} kommt über den Carrier „{carrier}“ herein.',
      'The call to {it} comes in by the carrier “{carrier}”.',
    ),
  ),
  external: said(
    'Der Anruf geht zu einer öffentlichen Nummer.',
    'The call goes to a public number.',
    naming('Der Anruf geht zu der öffentlichen Nummer {it}.', 'The call goes to the public number {it}.'),
  ),
  'outbound-leg': said(
    'Die Anlage ruft dafür nach draußen an; diese Verbindung hat einen eigenen Eintrag.',
    'The exchange calls outside for it; that connection has a record of its own.',
    told(
      /, for (?<it>[^,]+), record /,
      'Die Anlage ruft für den Anruf von {it} nach draußen an; diese Verbindung hat einen eigenen Eintrag.',
      'The exchange calls outside for the call from {it}; that connection has a record of its own.',
    ),
  ),
  emergency: said('Das ist ein Notruf: er geht allem anderen vor.', 'This is an emergency call: it comes before everything else.'),
  'emergency-site': said(
    'Der Leitstelle wird die Rufnummer des Standorts gezeigt.',
    'The control centre is shown the number of the site.',
    told(
      /^(?<it>\+\d+) at (?<site>.+)$/,
      'Der Leitstelle wird {it} gezeigt, die Rufnummer des Standorts „{site}“.',
      'The control centre is shown {it}, the number of the site “{site}”.',
    ),
  ),
  'emergency-no-site': said(
    'Kein Standort mit einer Ortsrufnummer: die Leitstelle erkennt nicht, wo Hilfe gebraucht wird.',
    'No site with a geographic number: the control centre cannot tell where help is needed.',
    told(
      /^no number at (?<site>.+)$/,
      'Der Standort „{site}“ hat keine Ortsrufnummer: der Leitstelle wird keine Nummer gezeigt.',
      'The site “{site}” has no geographic number: the control centre is shown none.',
    ),
    told(
      /^(?<it>\+\d+) at (?<site>.+)$/,
      'Der Standort „{site}“ hat keine Ortsrufnummer: der Leitstelle wird {it} gezeigt, nur für den Rückruf.',
      'The site “{site}” has no geographic number: the control centre is shown {it}, only to call back.',
    ),
    told(
      /^(?<it>\+\d+)$/,
      'Es gibt keinen Standort: der Leitstelle wird {it} gezeigt, nur für den Rückruf.',
      'There is no site: the control centre is shown {it}, only to call back.',
    ),
  ),
  'emergency-test': said(
    'Ein Test des Notrufs: niemand wurde alarmiert.',
    'A test of the emergency call: nobody was alerted.',
    told(
      /^(?<it>\+\d+): as the site says$/,
      'Ein Test des Notrufs, niemand wurde alarmiert: Die Leitstelle sähe {it}, wie es zum Standort gehört.',
      'A test of the emergency call, nobody was alerted: the control centre would see {it}, as belongs to the site.',
    ),
  ),
  'emergency-not-dialled': said(
    'Zu 110 und 112 führt keine Weiterleitung: einen Notruf macht nur, wer die Nummer selbst wählt.',
    'No forwarding leads to 110 and 112: only who dials the number makes an emergency call.',
    naming(
      'Zu {it} führt keine Weiterleitung: einen Notruf macht nur, wer die Nummer selbst wählt.',
      'No forwarding leads to {it}: only who dials the number makes an emergency call.',
    ),
  ),
  'emergency-again': said(
    'Kein Netz hat eine Leitstelle erreicht: alle werden noch einmal versucht.',
    'No network has reached a control centre: all are tried again.',
  ),
  'emergency-call-back': said(
    'Eine Notrufstelle ruft zurück: alle Telefone des Anrufers klingeln.',
    'An emergency service calls back: all phones of the caller ring.',
    told(/^(?<it>.+)$/, 'Eine Notrufstelle ruft zurück: {it} klingelt.', 'An emergency service calls back: {it} rings.'),
  ),
  'shared-phone': said(
    'Der Anruf kommt von einem gemeinsamen Telefon.',
    'The call comes from a shared phone.',
    told(
      /^(?<phone>\S+), extension (?<it>\S+)$/,
      'Der Anruf kommt vom gemeinsamen Telefon {phone}, an dem {it} angemeldet ist.',
      'The call comes from the shared phone {phone}, at which {it} is logged in.',
    ),
  ),
  'goes-round': said(
    'Der Anruf käme im Kreis wieder hierher und geht deshalb nicht weiter.',
    'The call would come back here in a circle, and so goes no further.',
    naming(
      'Der Anruf käme im Kreis wieder zu {it} und geht deshalb nicht weiter.',
      'The call would come back to {it} in a circle, and so goes no further.',
    ),
  ),
  overflow: said(
    'Niemand hat angenommen: der Anruf geht zum Überlaufziel.',
    'Nobody has answered: the call goes to the overflow destination.',
    told(
      /^(?<cause>[\w-]+) → (?<kind>\S+)$/,
      'Niemand hat angenommen ({cause}); der Anruf geht weiter zu: {kind}.',
      'Nobody has answered ({cause}); the call goes on to: {kind}.',
    ),
  ),
  'hang-up': said(
    'Hier endet der Anruf, wie es eingestellt ist.',
    'The call ends here, as it is set.',
    told(/^(?<cause>[\w-]+)$/, 'Hier endet der Anruf, wie es eingestellt ist: {cause}.', 'The call ends here, as it is set: {cause}.'),
  ),
  'destination-gone': said(
    'Das eingestellte Ziel gibt es nicht mehr.',
    'The destination that is set does not exist any more.',
    told(
      /^(?<kind>\S+) /,
      'Das eingestellte Ziel gibt es nicht mehr (Art: {kind}).',
      'The destination that is set does not exist any more (kind: {kind}).',
    ),
  ),
  'destination-unserved': said(
    'Zu einem Ziel dieser Art kann der Anruf nicht geführt werden.',
    'The call cannot be led to a destination of this kind.',
  ),
  announced: said('Der Anrufer hört eine Ansage mit dem Grund.', 'The caller hears an announcement with the reason.'),
  'prompt-gone': said(
    'Die eingestellte Ansage gibt es nicht mehr.',
    'The announcement that is set does not exist any more.',
    naming('Die Ansage „{it}“ gibt es nicht mehr.', 'The announcement “{it}” does not exist any more.'),
  ),
  echo: said('Das Echo der Anlage sagt zurück, was es hört.', 'The echo of the exchange says back what it hears.'),
  'media-lost': said('Der Medienserver ist ausgefallen: der Ton ging verloren.', 'The media engine has failed: the sound was lost.'),
  'media-direct': said(
    'Der Medienserver ist ausgefallen: die Teilnehmer tauschen den Ton unmittelbar aus.',
    'The media engine has failed: the parties exchange the sound themselves.',
  ),
  'media-direct-failed': said(
    'Die Teilnehmer konnten den Ton auch nicht unmittelbar austauschen.',
    'The parties could not exchange the sound themselves either.',
  ),
  'media-unprotected': said(
    'Der Ton ließ sich nicht verschlüsseln: das Gespräch wurde beendet.',
    'The sound could not be encrypted: the call was ended.',
  ),
  'media-inactivity': said(
    'Von einer Seite kam lange nichts mehr.',
    'One side has sent nothing for long.',
    told(
      /silent for (?<seconds>\d+) s$/,
      'Von einer Seite kam {seconds} Sekunden lang nichts mehr.',
      'One side has sent nothing for {seconds} seconds.',
    ),
  ),
  'media-stopped': said(
    'Von einem Teilnehmer kommt kein Ton mehr.',
    'No more sound comes from a party.',
    told(
      /^nothing from (?<it>\S+) for (?<seconds>[\d.]+) s$/,
      'Von {it} kommt seit {seconds} Sekunden kein Ton mehr.',
      'No sound has come from {it} for {seconds} seconds.',
    ),
  ),
  'media-returned': said(
    'Der Ton eines Teilnehmers ist wieder da.',
    'The sound of a party is back.',
    told(
      /^nothing from (?<it>\S+) for (?<seconds>[\d.]+) s$/,
      'Der Ton von {it} ist nach {seconds} Sekunden wieder da.',
      'The sound of {it} is back after {seconds} seconds.',
    ),
  ),
  'media-change-refused': said(
    'Eine Änderung dessen, was gesprochen wird, wurde abgelehnt, etwa der Wechsel auf Fax (T.38).',
    'A change of what is spoken was refused, such as the change to fax (T.38).',
    told(
      /^(?<it>[^:]+): /,
      'Eine Änderung von {it}, etwa der Wechsel auf Fax (T.38), wurde abgelehnt.',
      'A change by {it}, such as the one to fax (T.38), was refused.',
    ),
  ),
  'media-not-moved': said('Der Ton ließ sich nicht in das andere Gespräch mitnehmen.', 'The sound could not be moved to the other call.'),
  'playback-failed': said('Eine Ansage oder Musik ließ sich nicht abspielen.', 'An announcement or music could not be played.'),
} as const
