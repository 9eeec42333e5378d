import type { Cause } from '../cause.ts'

/** How calls end, for good or ill. */
export const outcomeCauses = {
  'in-progress': {
    severity: 'fine',
    de: { cause: 'Das Gespräch läuft noch', remedy: '' },
    en: { cause: 'The call is going on', remedy: '' },
  },
  talked: {
    severity: 'fine',
    de: { cause: 'Das Gespräch kam zustande und wurde normal beendet', remedy: '' },
    en: { cause: 'The call was answered and ended normally', remedy: '' },
  },
  'emergency-call': {
    severity: 'fine',
    de: { cause: 'Der Notruf kam zustande', remedy: '' },
    en: { cause: 'The emergency call was answered', remedy: '' },
  },
  'emergency-failed': {
    severity: 'problem',
    de: {
      cause: 'Der Notruf an {called} kam nicht zustande',
      remedy: 'rufen Sie über ein Mobiltelefon an und lassen Sie die Leitungen für Notrufe sofort prüfen',
    },
    en: {
      cause: 'The emergency call to {called} failed',
      remedy: 'use a mobile phone, and have the lines for emergency calls checked at once',
    },
  },
  transferred: {
    severity: 'fine',
    de: { cause: 'Der Anruf wurde verbunden: {detail}', remedy: '' },
    en: { cause: 'The call was transferred: {detail}', remedy: '' },
  },
  'answered-elsewhere': {
    severity: 'fine',
    de: { cause: 'Mehrere Telefone klingelten, eines hat abgenommen; die anderen zeigen "anderswo angenommen"', remedy: '' },
    en: { cause: 'Several phones rang and one answered; the others show "answered elsewhere"', remedy: '' },
  },
  forwarded: {
    severity: 'fine',
    de: { cause: 'Der Anruf wurde weitergeleitet: {detail}', remedy: '' },
    en: { cause: 'The call was forwarded: {detail}', remedy: '' },
  },
  'forwarded-after-no-answer': {
    severity: 'fine',
    de: { cause: 'Niemand nahm ab, der Anruf wurde weitergeleitet: {detail}', remedy: '' },
    en: { cause: 'Nobody answered, so the call was forwarded: {detail}', remedy: '' },
  },
  'caller-cancelled': {
    severity: 'fine',
    de: { cause: 'Der Anrufer hat aufgelegt, bevor jemand abnahm', remedy: '' },
    en: { cause: 'The caller hung up before anybody answered', remedy: '' },
  },
  busy: {
    severity: 'notice',
    de: { cause: 'Alle Telefone von {called} waren besetzt', remedy: 'rufen Sie später an oder richten Sie einen Rückruf bei besetzt ein' },
    en: { cause: 'All phones of {called} were busy', remedy: 'call later, or ask to be called back when free' },
  },
  'no-answer': {
    severity: 'notice',
    de: {
      cause: 'Bei {called} hat es geklingelt, aber niemand hat abgenommen',
      remedy: 'richten Sie eine Weiterleitung oder Mailbox für "keine Antwort" ein',
    },
    en: { cause: 'The phones of {called} rang but nobody answered', remedy: 'set a forwarding or a mailbox for "no answer"' },
  },
  declined: {
    severity: 'notice',
    de: { cause: '{called} hat den Anruf abgelehnt', remedy: '' },
    en: { cause: '{called} declined the call', remedy: '' },
  },
  'session-expired': {
    severity: 'problem',
    de: {
      cause: 'Ein Telefon hat sich im Gespräch nicht mehr gemeldet (Session-Timer)',
      remedy: 'prüfen Sie seine Netzverbindung und ob der Router lange Verbindungen trennt',
    },
    en: {
      cause: 'A phone stopped confirming the call (session timer)',
      remedy: 'check its network, and whether the router cuts long connections',
    },
  },
  'duration-limit': {
    severity: 'notice',
    de: { cause: 'Das Gespräch erreichte die höchste erlaubte Dauer', remedy: 'erhöhen Sie die Grenze des Kunden, wenn sie zu kurz ist' },
    en: { cause: 'The call reached the longest duration allowed', remedy: 'raise the limit of the customer if it is too short' },
  },
  preempted: {
    severity: 'notice',
    de: { cause: 'Ein Notruf brauchte den Kanal dieses Anrufs', remedy: 'rufen Sie neu an; mehr Kanäle machen das seltener' },
    en: { cause: 'An emergency call needed the channel of this call', remedy: 'call again; more channels make this rarer' },
  },
  drained: {
    severity: 'notice',
    de: { cause: 'Die Anlage wurde angehalten und hat das Gespräch beendet', remedy: 'rufen Sie neu an' },
    en: { cause: 'The exchange was stopped and ended the call', remedy: 'call again' },
  },
  restart: {
    severity: 'problem',
    de: {
      cause: 'Die Anlage ist während des Gesprächs ausgefallen',
      remedy: 'rufen Sie neu an; der Betreiber findet den Grund im Protokoll',
    },
    en: { cause: 'The exchange failed during the call', remedy: 'call again; the operator finds the reason in the log' },
  },
  congestion: {
    severity: 'problem',
    de: {
      cause: 'Es war keine Leitung oder kein Platz für den Ton frei',
      remedy: 'rufen Sie später an; geschieht es oft, braucht es mehr Kanäle',
    },
    en: { cause: 'No line or no room for the sound was free', remedy: 'call later; if it happens often, more channels are needed' },
  },
  'internal-error': {
    severity: 'problem',
    de: { cause: 'In der Anlage ist ein Fehler aufgetreten', remedy: 'melden Sie dem Betreiber die Kennung dieses Anrufs' },
    en: { cause: 'An error happened inside the exchange', remedy: 'tell the operator the id of this call' },
  },
  unreachable: {
    severity: 'problem',
    de: {
      cause: '{called} war nicht zu erreichen (Antwort {status})',
      remedy: 'sehen Sie im Ablauf unten nach, wer zuletzt geantwortet hat',
    },
    en: { cause: '{called} could not be reached (answer {status})', remedy: 'see in the ladder below who answered last' },
  },
} as const satisfies Readonly<Record<string, Cause>>
