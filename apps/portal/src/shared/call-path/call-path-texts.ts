import { defineTexts } from '../texts.ts'

const CALLERS = {
  de: {
    external: 'Ruft jemand von außen an',
    internal: 'Ruft jemand von innen an',
    anonymous: 'Ruft jemand ohne Rufnummer an',
  },
  en: { external: 'If somebody outside calls', internal: 'If somebody inside calls', anonymous: 'If somebody without a number calls' },
} as const satisfies Record<string, Readonly<Record<string, string>>>

function callerWords(known: Readonly<Record<string, string>>, other: (from: string) => string) {
  return (from: string): string => known[from] ?? other(from)
}

export const callPathTexts = defineTexts({
  title: { de: 'Was jetzt mit Anrufen geschieht', en: 'What happens to calls now' },
  about: {
    de: 'Das sagt die Anlage mit denselben Regeln voraus, nach denen sie Anrufe vermittelt. Drücken Sie auf einen Teil, um ihn zu ändern.',
    en: 'The exchange foretells this by the rules that it leads calls by. Press a part to change it.',
  },
  who: { de: 'Wer ruft an?', en: 'Who calls?' },
  external: { de: 'von außen', en: 'from outside' },
  internal: { de: 'von innen', en: 'from inside' },
  anonymous: { de: 'ohne Nummer', en: 'no number' },
  when: { de: 'Wann? (leer: jetzt)', en: 'When? (empty: now)' },
  phones: { de: 'Meine Telefone', en: 'My phones' },
  phonesNow: { de: 'wie gerade', en: 'as they are' },
  phonesRegistered: { de: 'angemeldet', en: 'registered' },
  phonesNone: { de: 'nicht angemeldet', en: 'not registered' },
  line: { de: 'Ich telefoniere', en: 'I am in a call' },
  inWords: { de: 'In Worten', en: 'In words' },
  picture: { de: 'Weg eines Anrufs', en: 'Way of a call' },
  change: { de: 'Ändern', en: 'Change' },
  setForwarding: { de: 'Weiterleiten …', en: 'Forward …' },
  caller: { de: callerWords(CALLERS.de, (from) => `Ruft ${from} an`), en: callerWords(CALLERS.en, (from) => `If ${from} calls`) },
  rings: {
    de: (who: string, seconds: number) => `klingelt es ${seconds} Sekunden lang (${who})`,
    en: (who: string, seconds: number) => `it rings for ${seconds} seconds (${who})`,
  },
  follows: {
    de: (who: string, seconds: number) => `danach ${seconds} Sekunden bei ${who}`,
    en: (who: string, seconds: number) => `then for ${seconds} seconds at ${who}`,
  },
  phonesOf: {
    de: (count: number, of: string) => (count === 1 ? `ein Telefon von ${of}` : `${count} Telefone von ${of}`),
    en: (count: number, of: string) => (count === 1 ? `one phone of ${of}` : `${count} phones of ${of}`),
  },
  secretaries: {
    de: (who: string, seconds: number) => `klingelt es ${seconds} Sekunden lang im Sekretariat (${who})`,
    en: (who: string, seconds: number) => `it rings for ${seconds} seconds at the secretaries (${who})`,
  },
  rejected: { de: 'wird der Anruf abgewiesen', en: 'the call is rejected' },
  goesTo: { de: (where: string) => `geht der Anruf an: ${where}`, en: (where: string) => `the call goes to: ${where}` },
  andThen: {
    de: (first: string, next: string) => `${first}, und dann ${next}`,
    en: (first: string, next: string) => `${first}, and then ${next}`,
  },
  'do-not-disturb': { de: 'gilt „Bitte nicht stören“', en: 'do not disturb is on' },
  'ring-block': { de: 'klingelt hier zu dieser Zeit nichts', en: 'nothing rings here at this time' },
  'no-call-waiting': { de: 'ist hier besetzt, weil Anklopfen aus ist', en: 'it is busy here, since call waiting is off' },
  'too-many-calls': { de: 'laufen hier schon so viele Gespräche wie erlaubt', en: 'there are as many calls as allowed' },
  unreachable: { de: 'ist hier kein Telefon angemeldet', en: 'no phone is registered here' },
  endsBusy: { de: 'hört der Anrufer besetzt', en: 'the caller hears busy' },
  endsUnanswered: { de: 'endet der Anruf', en: 'the call ends' },
  endsUnreachable: { de: 'hört der Anrufer, dass niemand erreichbar ist', en: 'the caller hears that nobody can be reached' },
  endsDeclined: { de: 'wird der Anruf abgelehnt', en: 'the call is declined' },
  unanswered: { de: (of: string) => `Nimmt bei ${of} niemand an`, en: (of: string) => `If nobody answers at ${of}` },
  whenBusy: { de: (of: string) => `Ist bei ${of} besetzt`, en: (of: string) => `If ${of} is busy` },
  ifUnanswered: { de: 'niemand nimmt an', en: 'nobody answers' },
  ifBusy: { de: 'besetzt oder abgelehnt', en: 'busy or declined' },
  ringing: { de: (seconds: number) => `Klingelt ${seconds} Sekunden`, en: (seconds: number) => `Rings for ${seconds} seconds` },
  next: {
    de: (who: string, seconds: number) => `danach ${who}, ${seconds} s`,
    en: (who: string, seconds: number) => `then ${who}, ${seconds} s`,
  },
  withKey: { de: 'nimmt mit der Taste 1 an', en: 'answers with key 1' },
  secretariat: { de: 'Das Sekretariat klingelt', en: 'The secretaries ring' },
  forwarded: { de: (when: string) => `Weiterleitung ${when}`, en: (when: string) => `Forwarded ${when}` },
  notForwarded: { de: (when: string) => `Weiterleitung ${when} gilt nicht`, en: (when: string) => `Forwarding ${when} does not count` },
  loop: {
    de: 'Der Anruf ginge im Kreis, oder das Ziel hat nicht zugestimmt.',
    en: 'The call would go round, or the target has not agreed.',
  },
  'logged-off': { de: 'an keinem Platz angemeldet', en: 'logged in nowhere' },
  isRejected: { de: 'Abgewiesen', en: 'Rejected' },
  'rejected-caller': { de: 'Diesen Anrufer wollen Sie nicht.', en: 'You do not want this caller.' },
  'anonymous-caller': { de: 'Anrufer ohne Nummer werden abgewiesen.', en: 'Callers without a number are rejected.' },
  dndOn: { de: 'Bitte nicht stören', en: 'Do not disturb' },
  blocked: { de: 'Klingelt zu dieser Zeit nicht', en: 'Does not ring at this time' },
  noWaiting: { de: 'Besetzt, Anklopfen ist aus', en: 'Busy, call waiting is off' },
  full: { de: 'So viele Gespräche wie erlaubt', en: 'As many calls as allowed' },
  noPhone: { de: 'Kein Telefon angemeldet', en: 'No phone is registered' },
  hearsBusy: { de: 'Anrufer hört besetzt', en: 'Caller hears busy' },
  callEnds: { de: 'Anruf endet', en: 'Call ends' },
  hearsUnreachable: { de: 'Anrufer hört: nicht erreichbar', en: 'Caller hears: not available' },
  isDeclined: { de: 'Anruf wird abgelehnt', en: 'Call is declined' },
  editRinging: { de: 'Wer klingelt, und wie lange', en: 'Who rings, and how long' },
  editAvailability: { de: 'Erreichbarkeit', en: 'Availability' },
  editForwardings: { de: 'Weiterleitungen', en: 'Forwardings' },
})
