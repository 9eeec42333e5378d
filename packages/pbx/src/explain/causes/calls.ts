import type { Cause } from '../cause.ts'

/** Where a call was led by the settings, and why it ended there. */
export const callCauses = {
  'number-unknown': {
    severity: 'problem',
    de: {
      cause: 'Die gewählte Nummer {called} gibt es hier nicht',
      remedy: 'prüfen Sie die Nummer; nach außen wählt man mit Vorwahl, intern eine vergebene Nebenstelle',
    },
    en: {
      cause: 'The number {called} that was dialled does not exist here',
      remedy: 'check the number; outside numbers need their area code, internal ones must be assigned',
    },
  },
  'number-unassigned': {
    severity: 'problem',
    de: { cause: 'Die Rufnummer {detail} gehört dem Kunden, führt aber nirgendwohin', remedy: 'geben Sie der Nummer ein Ziel' },
    en: { cause: 'The number {detail} belongs to the customer but leads nowhere', remedy: 'give the number a destination' },
  },
  'not-a-number': {
    severity: 'notice',
    de: { cause: 'Das Gewählte ({called}) ist keine Rufnummer: {detail}', remedy: 'wählen Sie die Nummer mit Vorwahl neu' },
    en: { cause: 'What was dialled ({called}) is no telephone number: {detail}', remedy: 'dial the number again, with its area code' },
  },
  'unknown-feature-code': {
    severity: 'notice',
    de: { cause: 'Den Code {detail} gibt es nicht', remedy: 'sehen Sie in der Liste der Funktionscodes nach' },
    en: { cause: 'There is no code {detail}', remedy: 'look it up in the list of feature codes' },
  },
  'destination-gone': {
    severity: 'problem',
    de: { cause: 'Das Ziel, zu dem der Anruf geführt werden sollte, gibt es nicht mehr ({detail})', remedy: 'wählen Sie ein neues Ziel' },
    en: { cause: 'The destination that the call was led to is gone ({detail})', remedy: 'choose another destination' },
  },
  'goes-round': {
    severity: 'problem',
    de: { cause: 'Weiterleitungen führen im Kreis ({detail})', remedy: 'ändern Sie eine davon, so dass der Anruf irgendwo endet' },
    en: { cause: 'Forwardings lead round in a circle ({detail})', remedy: 'change one of them so that the call ends somewhere' },
  },
  'too-many-hops': {
    severity: 'problem',
    de: {
      cause: 'Der Anruf ist über zu viele Anlagen gelaufen (483), er dreht sich wohl im Kreis',
      remedy: 'prüfen Sie die Weiterleitungen zwischen den beteiligten Anlagen',
    },
    en: {
      cause: 'The call came by too many exchanges (483), it probably goes round in a circle',
      remedy: 'check the forwardings between the exchanges concerned',
    },
  },
  'call-limit': {
    severity: 'notice',
    de: {
      cause: 'Die Nebenstelle {detail} führt schon so viele Gespräche, wie erlaubt sind',
      remedy: 'beenden Sie eines oder erlauben Sie mehr gleichzeitige Gespräche je Nebenstelle',
    },
    en: { cause: 'Extension {detail} is in as many calls as allowed', remedy: 'end one, or allow more simultaneous calls per extension' },
  },
  'do-not-disturb': {
    severity: 'notice',
    de: {
      cause: 'Bei {detail} ist "Nicht stören" eingeschaltet',
      remedy: 'schalten Sie es aus oder richten Sie eine Weiterleitung für "besetzt" ein',
    },
    en: { cause: '{detail} has do not disturb switched on', remedy: 'switch it off, or set a forwarding for "busy"' },
  },
  'outside-ring-times': {
    severity: 'notice',
    de: { cause: '{detail} klingelt um diese Zeit nicht', remedy: 'ändern Sie die Klingelzeiten oder leiten Sie außerhalb davon weiter' },
    en: { cause: '{detail} does not ring at this time', remedy: 'change its ringing times, or forward calls outside them' },
  },
  'no-call-waiting': {
    severity: 'notice',
    de: {
      cause: '{detail} telefoniert, und Anklopfen ist dort ausgeschaltet',
      remedy: 'schalten Sie Anklopfen ein oder leiten Sie bei "besetzt" weiter',
    },
    en: { cause: '{detail} is in a call and has call waiting switched off', remedy: 'switch call waiting on, or forward when busy' },
  },
  'rejected-caller': {
    severity: 'notice',
    de: {
      cause: 'Der Anrufer {detail} steht auf der Liste der abgewiesenen Anrufer',
      remedy: 'nehmen Sie die Nummer von der Liste, wenn sie durchkommen soll',
    },
    en: {
      cause: 'The caller {detail} is on the list of rejected callers',
      remedy: 'take the number off the list if it should get through',
    },
  },
  'anonymous-rejected': {
    severity: 'notice',
    de: {
      cause: 'Die Nebenstelle weist Anrufer ohne Nummer ab',
      remedy: 'der Anrufer muss seine Nummer zeigen, oder Sie lassen anonyme Anrufer zu',
    },
    en: {
      cause: 'The extension rejects callers without a number',
      remedy: 'the caller has to show its number, or you allow anonymous callers',
    },
  },
  'device-offline': {
    severity: 'problem',
    de: { cause: 'Für {detail} war kein Telefon angemeldet', remedy: 'prüfen Sie Strom, Netzwerk und Anmeldung des Telefons' },
    en: { cause: 'No phone was registered for {detail}', remedy: 'check power, network and registration of the phone' },
  },
  'device-silent': {
    severity: 'problem',
    de: {
      cause: 'Das Telefon von {called} ist angemeldet, hat aber auf den Anruf nicht geantwortet',
      remedy: 'starten Sie es neu und prüfen Sie, ob der Router die Verbindung offen hält (SIP-ALG ausschalten)',
    },
    en: {
      cause: 'The phone of {called} is registered but did not answer the call',
      remedy: 'restart it, and check whether the router keeps the connection open (switch SIP ALG off)',
    },
  },
  'queue-full': {
    severity: 'notice',
    de: {
      cause: 'Die Warteschlange oder Gruppe war voll ({detail})',
      remedy: 'erhöhen Sie ihre Plätze oder geben Sie ein Ziel für "voll" an',
    },
    en: { cause: 'The queue or group was full ({detail})', remedy: 'give it more places, or a destination for "full"' },
  },
  'queue-no-agent': {
    severity: 'problem',
    de: {
      cause: 'In der Warteschlange war kein Agent im Dienst',
      remedy: 'melden Sie Agenten an oder geben Sie ein Ziel für "kein Agent" an',
    },
    en: { cause: 'No agent of the queue was on duty', remedy: 'log agents in, or set a destination for "no agent"' },
  },
  'queue-all-busy': {
    severity: 'notice',
    de: { cause: 'Alle Agenten der Warteschlange sprachen', remedy: 'melden Sie mehr Agenten an oder lassen Sie Anrufer warten' },
    en: { cause: 'All agents of the queue were busy', remedy: 'log more agents in, or let callers wait' },
  },
  'queue-closed': {
    severity: 'notice',
    de: { cause: 'Die Warteschlange war geschlossen', remedy: 'ändern Sie ihre Zeiten oder geben Sie ein Ziel für "geschlossen" an' },
    en: { cause: 'The queue was closed', remedy: 'change its hours, or set a destination for "closed"' },
  },
  'queue-gave-up': {
    severity: 'notice',
    de: {
      cause: 'In der höchsten Wartezeit hat kein Agent den Anruf genommen',
      remedy: 'melden Sie mehr Agenten an oder verlängern Sie die Wartezeit',
    },
    en: { cause: 'No agent took the call within the longest waiting time', remedy: 'log more agents in, or lengthen the waiting time' },
  },
} as const satisfies Readonly<Record<string, Cause>>
