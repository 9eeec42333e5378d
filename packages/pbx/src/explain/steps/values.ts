import type { EndCause } from '@klinke/calls'
import type { Text } from '@klinke/platform'
import type { CallDestination } from '../../destinations/destination.ts'

function text(de: string, en: string): Text {
  return { de, en }
}

/** Why an attempt or a call ended. */
export const CAUSE_WORDS = {
  'hung-up-by-caller': text('der Anrufer hat aufgelegt', 'the caller hung up'),
  'hung-up-by-called': text('der Angerufene hat aufgelegt', 'the called party hung up'),
  cancelled: text('vor der Annahme aufgelegt', 'given up before the answer'),
  busy: text('besetzt', 'busy'),
  'no-answer': text('nicht angenommen', 'no answer'),
  declined: text('abgelehnt', 'declined'),
  unreachable: text('nicht erreichbar', 'unreachable'),
  'not-found': text('die Nummer gibt es nicht', 'no such number'),
  forbidden: text('nicht erlaubt', 'not allowed'),
  incompatible: text('die Geräte passen nicht zusammen', 'the devices do not fit'),
  congestion: text('überlastet', 'congestion'),
  'media-inactivity': text('kein Ton mehr', 'no more sound'),
  'media-unprotected': text('der Ton ließ sich nicht verschlüsseln', 'the sound could not be encrypted'),
  'session-expired': text('die Verbindung ging verloren', 'the connection was lost'),
  'duration-limit': text('längste Dauer erreicht', 'longest duration reached'),
  'cost-limit': { de: 'Kostenschutz', en: 'cost guard' },
  'credit-used-up': text('das Guthaben ist aufgebraucht', 'the credit is used up'),
  preempted: text('ein Notruf brauchte den Kanal', 'an emergency call needed the channel'),
  drained: text('die Anlage wurde angehalten', 'the exchange was stopped'),
  restart: text('die Anlage wurde neu gestartet', 'the exchange was restarted'),
  error: text('ein Fehler in der Anlage', 'a fault in the exchange'),
} as const satisfies Readonly<Record<EndCause, Text>>

const KIND_WORDS = {
  extension: text('Nebenstelle', 'extension'),
  group: text('Rufgruppe', 'ring group'),
  queue: text('Warteschlange', 'queue'),
  flow: text('Anrufablauf', 'call flow'),
  voicemail: text('Mailbox', 'mailbox'),
  conference: text('Konferenzraum', 'conference room'),
  announcement: text('Ansage', 'announcement'),
  fax: text('Fax', 'fax'),
  trunk: text('Telefonanlage am Trunk', 'PBX at a trunk'),
  external: text('Nummer außerhalb', 'number outside'),
  operator: text('Vermittlung', 'operator position'),
  'hang-up': text('auflegen', 'hang up'),
} as const satisfies Readonly<Record<CallDestination['kind'], Text>>

const WHEN_WORDS = {
  always: text('immer', 'always'),
  busy: text('bei besetzt', 'when busy'),
  'no-answer': text('bei Nichtannahme', 'on no answer'),
  'not-registered': text('ohne angemeldetes Telefon', 'without a registered phone'),
} as const

const PERIOD_WORDS = { day: text('Tag', 'day'), night: text('Nacht', 'night') } as const

/** The words of call-settings/guard.ts; of the first the number stays. */
const GUARD_WORDS = {
  'to itself': text('sie führte zu sich selbst', 'it leads to itself'),
  'back to an extension that has forwarded it': text(
    'sie führte zurück zu einer Nebenstelle, die schon weitergeleitet hat',
    'it leads back to an extension that has forwarded the call',
  ),
  'a forwarded call is not forwarded on': text(
    'ein weitergeleiteter Anruf wird nicht nochmals weitergeleitet',
    'a forwarded call is not forwarded on',
  ),
  'the target has not agreed': text('das Ziel hat nicht zugestimmt', 'the target has not agreed'),
  'forwarded 5 times already': text('der Anruf ist schon fünfmal weitergeleitet worden', 'the call has been forwarded five times already'),
} as const

/** What stands for a value in a sentence, by the name of its place. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  ...{ cause: CAUSE_WORDS, kind: KIND_WORDS, when: WHEN_WORDS, period: PERIOD_WORDS, guard: GUARD_WORDS },
}

/** A destination such as `voicemail 12`, `external` or `hang-up`. */
function destinationWords(value: string, language: keyof Text): string {
  const [kind = '', ...rest] = value.split(' ')
  const word = (KIND_WORDS as Readonly<Record<string, Text>>)[kind]?.[language] ?? kind
  return [word, ...rest].join(' ')
}

/** What a place of a sentence says; what has no words of its own, such as a number or a name, stands as it is. */
export function valueWords(place: string, value: string, language: keyof Text): string {
  if (place === 'to') return destinationWords(value, language)
  if (value === 'anonymous') return language === 'de' ? 'unbekannt' : 'anonymous'
  if (value === 'nobody') return language === 'de' ? 'niemand' : 'nobody'
  return VALUES[place]?.[value]?.[language] ?? value
}
