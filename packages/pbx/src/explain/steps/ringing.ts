import { naming, said, told } from './step-words.ts'

const FORWARDED = /^(?<from>\S+) (?<when>\S+) → (?<to>.+)$/

/** Who was rung, who was not and why. */
export const ringingSteps = {
  'ring-extension': said(
    'Die Telefone der Nebenstelle klingeln.',
    'The phones of the extension ring.',
    told(/^(?<who>\S+) on 1 device$/, 'Das Telefon von {who} klingelt.', 'The phone of {who} rings.'),
    told(/^(?<who>\S+) on (?<count>\d+) devices$/, '{count} Telefone von {who} klingeln.', '{count} phones of {who} ring.'),
  ),
  'branch-failed': said(
    'Ein Telefon war nicht zu erreichen.',
    'A phone could not be reached.',
    told(/^(?<who>[^:]+): (?<cause>\S+)$/, 'Bei {who} war nichts zu erreichen: {cause}.', '{who} was not reached: {cause}.'),
  ),
  'not-rung': said(
    'Eine Nummer außerhalb klingelt nicht mit: es ließ sich nicht fragen, ob sie den Anruf annimmt.',
    'A number outside is not rung: it could not be asked whether it accepts the call.',
    told(
      /^(?<who>\S+) could/,
      '{who} klingelt nicht mit: es ließ sich nicht fragen, ob dort jemand den Anruf annimmt.',
      '{who} is not rung: nobody there could be asked whether to accept the call.',
    ),
  ),
  'not-accepted': said(
    'Der Anruf wurde abgehoben, aber nicht angenommen.',
    'The call was picked up, but not accepted.',
    naming('{it} hat abgehoben, den Anruf aber nicht angenommen.', '{it} picked up, but did not accept the call.'),
  ),
  'way-failed': said(
    'Die Verbindung zum Gerät kam nicht zustande.',
    'The connection to the device could not be made.',
    naming('Die Verbindung zum Gerät kam nicht zustande (Meldung: {it}).', 'The connection to the device could not be made ({it}).'),
  ),
  'not-registered': said(
    'Es war kein Telefon angemeldet.',
    'No phone was registered.',
    naming('Für {it} war kein Telefon angemeldet.', 'No phone was registered for {it}.'),
  ),
  'follow-me': said(
    'Der Anruf folgt zur nächsten Nummer.',
    'The call follows to the next number.',
    told(
      /^(?<who>\S+) for (?<seconds>\d+) s$/,
      'Der Anruf folgt weiter: {who} klingelt {seconds} Sekunden.',
      'The call follows on: {who} rings for {seconds} seconds.',
    ),
  ),
  'too-many-calls': said(
    'Die Nebenstelle führt schon so viele Gespräche, wie sie darf.',
    'The extension has as many calls as it may have.',
    naming('{it} führt schon so viele Gespräche, wie es darf.', '{it} has as many calls as it may have.'),
  ),
  'do-not-disturb': said(
    'Die Nebenstelle hat „Nicht stören“ eingeschaltet.',
    'The extension has do not disturb switched on.',
    naming('{it} hat „Nicht stören“ eingeschaltet.', '{it} has do not disturb switched on.'),
  ),
  'ring-block': said(
    'Die Nebenstelle klingelt zu dieser Zeit nicht.',
    'The extension does not ring at this time.',
    naming('{it} klingelt zu dieser Zeit nicht.', '{it} does not ring at this time.'),
  ),
  'no-call-waiting': said(
    'Die Nebenstelle spricht und nimmt keine weiteren Anrufe an (Anklopfen ist aus).',
    'The extension is talking and takes no further calls (call waiting is off).',
    naming('{it} spricht, und Anklopfen ist ausgeschaltet.', '{it} is talking, and call waiting is switched off.'),
  ),
  'rejected-caller': said(
    'Die Nebenstelle weist diesen Anrufer ab.',
    'The extension rejects this caller.',
    naming('Die Nebenstelle weist Anrufe von {it} ab.', 'The extension rejects calls from {it}.'),
  ),
  'anonymous-caller': said('Die Nebenstelle weist Anrufe ohne Nummer ab.', 'The extension rejects calls without a number.'),
  forwarded: said(
    'Der Anruf wird weitergeleitet.',
    'The call is forwarded.',
    told(FORWARDED, '{from} leitet den Anruf weiter ({when}): {to}.', '{from} forwards the call ({when}): {to}.'),
  ),
  'not-forwarded': said(
    'Eine Weiterleitung wurde nicht ausgeführt.',
    'A forwarding was not carried out.',
    told(
      /^(?<from>\S+) (?<when>[\w-]+): (?<guard>.+)$/,
      'Die Weiterleitung von {from} ({when}) wurde nicht ausgeführt: {guard}.',
      'The forwarding of {from} ({when}) was not carried out: {guard}.',
    ),
  ),
  replaced: said(
    'Ein Teilnehmer ist an die Stelle eines anderen getreten.',
    'One party has taken the place of another.',
    told(/^(?<old>.+) by (?<new>.+)$/, '{new} ist an die Stelle von {old} getreten.', '{new} has taken the place of {old}.'),
  ),
  'taken-over': said(
    'Ein Teilnehmer geht in ein anderes Gespräch über.',
    'A party moves to another call.',
    naming('{it} geht in ein anderes Gespräch über.', '{it} moves to another call.'),
  ),
  'pick-up': said(
    'Der Anruf wurde herangeholt.',
    'The call was picked up elsewhere.',
    naming('{it} hat den Anruf herangeholt.', '{it} has picked up the call.'),
  ),
  'take-place': said(
    'Ein Telefon übernimmt das Gespräch eines anderen.',
    'A phone takes over the call of another.',
    naming('Ein anderes Telefon übernimmt das Gespräch von {it}.', 'Another phone takes over the call of {it}.'),
  ),
  'call-control': said('Ein Programm hat den Anruf gesteuert.', 'A program has controlled the call.'),
  'call-completion': said(
    'Der Rückruf bei besetzt oder Abwesenheit baut diesen Anruf auf.',
    'The callback on busy or no reply makes this call.',
  ),
  'ring-fax': said(
    'Das Faxgerät klingelt.',
    'The fax machine rings.',
    naming('Das Faxgerät von {it} klingelt.', 'The fax machine of {it} rings.'),
  ),
  'fax-busy': said(
    'Das Faxgerät ist besetzt.',
    'The fax machine is busy.',
    naming('Das Faxgerät von {it} ist besetzt.', 'The fax machine of {it} is busy.'),
  ),
  'fax-tone': said('Der Ton eines Faxgeräts ist zu hören: hier ruft ein Fax an.', 'The tone of a fax machine is heard: a fax is calling.'),
  'fax-negotiated': said('Die Geräte haben ein Fax vereinbart (T.38).', 'The machines have agreed on a fax (T.38).'),
} as const
