import { defineTexts } from '../../shared/texts.ts'

export const ownDataTexts = defineTexts({
  title: { de: 'Meine Daten', en: 'My data' },
  about: {
    de: 'Was über Sie gespeichert ist, nur für Sie: Ihr Zugang und Ihre Nebenstelle. Niemand muss zustimmen, und niemand sonst kann die Datei von hier laden.',
    en: 'What is stored about you, for you alone: your login and your extension. Nobody has to consent, and nobody else can download the file from here.',
  },
  reports: { de: 'Auskunft und Mitnahme', en: 'Access and portability' },
  reportsAbout: {
    de: 'Die Auskunft (Art. 15 DSGVO) enthält alles zum Lesen und für Programme; die Mitnahme (Art. 20) nur, was Sie zu einem anderen Anbieter mitnehmen können. Beides liegt sieben Tage bereit.',
    en: 'Access (Art. 15 GDPR) has everything to read and for programs; portability (Art. 20) only what you may take to another provider. Both are there for seven days.',
  },
  askAccess: { de: 'Meine Daten anfordern', en: 'Ask for my data' },
  askPortability: { de: 'Daten zum Mitnehmen anfordern', en: 'Ask for data to take along' },
  asked: {
    de: 'Angefordert. Die Datei erscheint unten, sobald sie fertig ist.',
    en: 'Asked for. The file appears below as soon as it is ready.',
  },
  wishes: { de: 'Berichtigung, Löschung, Widerspruch', en: 'Rectification, deletion, objection' },
  wishesAbout: {
    de: 'Ihre Verwaltung antwortet innerhalb eines Monats per Mail.',
    en: 'Your administration answers by mail within a month.',
  },
  wish: { de: 'Was möchten Sie?', en: 'What do you wish?' },
  wishText: { de: 'Worum geht es?', en: 'What is it about?' },
  send: { de: 'Abschicken', en: 'Send' },
  sent: { de: 'Abgeschickt', en: 'Sent' },
  list: { de: 'Meine Anfragen', en: 'My requests' },
  none: { de: 'Sie haben noch nichts verlangt.', en: 'You have not asked for anything yet.' },
  line: {
    de: (kind: string, at: string, state: string) => `${kind} vom ${at}: ${state}`,
    en: (kind: string, at: string, state: string) => `${kind} of ${at}: ${state}`,
  },
  dueOn: { de: (day: string) => `Antwort bis ${day}`, en: (day: string) => `answer by ${day}` },
  making: { de: (percent: number) => `wird erstellt (${percent} %)`, en: (percent: number) => `is being made (${percent} %)` },
  download: { de: (day: string) => `Herunterladen (bis ${day})`, en: (day: string) => `Download (until ${day})` },
  access: { de: 'Auskunft', en: 'Access' },
  portability: { de: 'Mitnahme', en: 'Portability' },
  rectification: { de: 'Berichtigung', en: 'Rectification' },
  deletion: { de: 'Löschung', en: 'Deletion' },
  objection: { de: 'Widerspruch', en: 'Objection' },
  waiting: { de: 'offen', en: 'waiting' },
  ready: { de: 'fertig', en: 'ready' },
  done: { de: 'erledigt', en: 'done' },
  refused: { de: 'abgelehnt', en: 'refused' },
  failed: { de: 'fehlgeschlagen, wird jede Stunde neu versucht', en: 'failed, is tried again every hour' },
})
