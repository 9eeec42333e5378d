import { defineTexts } from '../../shared/texts.ts'

export const spamTexts = defineTexts({
  title: { de: 'Spam-Schutz', en: 'Spam protection' },
  about: {
    de: 'Der Anbieter führt eine Liste von Anrufern mit einer Bewertung von 1 bis 100. Hier steht, was aus ihren Anrufen wird. Rückrufe der Leitstelle nach einem Notruf kommen immer durch.',
    en: 'The provider keeps a list of callers with a score from 1 to 100. Here you say what becomes of their calls. Control centres that call back after an emergency call always get through.',
  },
  thresholds: { de: 'Was wird aus dem Anruf?', en: 'What becomes of the call?' },
  thresholdsAbout: {
    de: 'Jeweils ab dieser Bewertung; ohne Angabe nie. Gilt mehreres, geschieht das Strengste.',
    en: 'From this score on in each case; never without one. Where several apply, the strictest is done.',
  },
  markFrom: { de: 'Im Namen als „Spam?“ kennzeichnen ab', en: 'Mark the name as “Spam?” from' },
  voicemailFrom: { de: 'Zur Mailbox leiten ab', en: 'Lead to voicemail from' },
  voicemailHint: {
    de: 'Zu der Nebenstelle, zu der die Rufnummer führt; hat sie keine Mailbox, wird der Anruf gekennzeichnet.',
    en: 'Of the extension that the number leads to; without a mailbox the call is marked.',
  },
  rejectFrom: { de: 'Abweisen ab', en: 'Reject from' },
  rejectHint: { de: 'Der Anrufer hört, dass sein Anruf nicht angenommen wird.', en: 'The caller hears that the call is not accepted.' },
  never: { de: 'nie', en: 'never' },
  outOfRange: { de: 'Eine ganze Zahl von 1 bis 100', en: 'A whole number from 1 to 100' },
  allowed: { de: 'Immer durchlassen', en: 'Always let through' },
  allowedAbout: {
    de: 'Rufnummern, oder ihr Anfang, für die keine Bewertung zählt.',
    en: 'Numbers, or their beginning, for which no score counts.',
  },
  noAllowed: { de: 'Noch niemand', en: 'Nobody yet' },
  noAllowedText: {
    de: 'Steht ein guter Kunde auf der Liste, lassen Sie ihn hier immer durch.',
    en: 'If a good customer is on the list, always let him through here.',
  },
  number: { de: 'Rufnummer oder ihr Anfang', en: 'Number, or its beginning' },
  numberWrong: { de: 'International schreiben, etwa +49 30 1234', en: 'Write it in international form, such as +49 30 1234' },
  note: { de: 'Notiz', en: 'Note' },
  act: { de: 'Aktion', en: 'Action' },
  addAllowed: { de: 'Immer durchlassen', en: 'Always let through' },
  allowedAdded: { de: 'Die Rufnummer kommt immer durch', en: 'The number always gets through' },
  removeAllowed: {
    de: (name: string) => `${name} nicht mehr immer durchlassen?`,
    en: (name: string) => `Not always let ${name} through any more?`,
  },
  removeAllowedConsequence: { de: 'Dann zählt wieder die Bewertung.', en: 'The score counts again.' },
  allowedRemoved: { de: 'Die Bewertung zählt wieder', en: 'The score counts again' },
  remove: { de: (name: string) => `Löschen: ${name}`, en: (name: string) => `Delete: ${name}` },
  scores: { de: 'Bewertete Anrufer aller Kunden', en: 'Scored callers of all customers' },
  scoresAbout: {
    de: 'Nur der Anbieter sieht und ändert diese Liste. Der längste passende Anfang einer Rufnummer zählt.',
    en: 'Only the provider sees and changes this list. The longest beginning of a number that fits counts.',
  },
  score: { de: 'Bewertung', en: 'Score' },
  reason: { de: 'Grund', en: 'Reason' },
  until: { de: 'Gilt bis', en: 'Holds until' },
  forEver: { de: 'unbegrenzt', en: 'without end' },
  addScore: { de: 'Bewerten', en: 'Score' },
  scoreAdded: { de: 'Der Anrufer ist bewertet', en: 'The caller is scored' },
  noScores: { de: 'Die Liste ist leer', en: 'The list is empty' },
  noScoresText: {
    de: 'Bewerten Sie einzelne Rufnummern, oder laden Sie eine Tabelle mit den Spalten Rufnummer, Bewertung, Grund, Gültig ab und Gültig bis.',
    en: 'Score single numbers, or upload a table with the columns number, score, reason, valid from and valid until.',
  },
  removeScore: { de: (name: string) => `${name} von der Liste nehmen?`, en: (name: string) => `Take ${name} off the list?` },
  removeScoreConsequence: { de: 'Dann hat der Anrufer keine Bewertung mehr.', en: 'The caller has no score then.' },
  scoreRemoved: { de: 'Von der Liste genommen', en: 'Taken off the list' },
  upload: { de: 'Liste durch Datei ersetzen', en: 'Replace the list by a file' },
  uploaded: {
    de: (imported: number, failed: number) =>
      `${imported} Einträge übernommen${failed === 0 ? '' : `, ${failed} Zeilen mit Fehlern ausgelassen`}`,
    en: (imported: number, failed: number) =>
      `${imported} entries taken over${failed === 0 ? '' : `, ${failed} rows with errors left out`}`,
  },
})
