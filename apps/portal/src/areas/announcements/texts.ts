import { defineTexts } from '../../shared/texts.ts'

export const announcementTexts = defineTexts({
  title: { de: 'Ansagen', en: 'Announcements' },
  about: {
    de: 'Was Anrufer in Abläufen, Gruppen und Warteschlangen hören: getippt, aufgenommen oder hochgeladen.',
    en: 'What callers hear in flows, groups and queues: typed, recorded or uploaded.',
  },
  add: { de: 'Ansage anlegen', en: 'Create an announcement' },
  emptyTitle: { de: 'Noch keine Ansagen', en: 'No announcements yet' },
  emptyText: {
    de: 'Legen Sie eine an, etwa „Willkommen“. Danach tippen Sie den Text, den Klinke spricht, oder nehmen ihn gleich hier auf.',
    en: 'Create one, such as “Welcome”. Then type the text for Klinke to speak, or record it right here.',
  },
  languages: { de: 'Sprachen', en: 'Languages' },
  nothingYet: { de: 'sagt noch nichts', en: 'says nothing yet' },
  inGerman: { de: 'Auf Deutsch', en: 'In German' },
  inEnglish: { de: 'Auf Englisch', en: 'In English' },
  speaks: { de: 'Klinke spricht', en: 'Klinke speaks' },
  recording: { de: 'Aufnahme', en: 'Recording' },
  noSound: { de: 'In dieser Sprache sagt sie noch nichts.', en: 'In this language it says nothing yet.' },
  text: { de: 'Text, den Klinke spricht', en: 'Text for Klinke to speak' },
  textHint: { de: 'etwa „Guten Tag, Sie sind mit der Beispiel GmbH verbunden.“', en: 'such as “Welcome to Example Ltd.”' },
  speak: { de: 'Sprechen lassen', en: 'Have it spoken' },
  upload: { de: 'Datei hochladen', en: 'Upload a file' },
  record: { de: 'Hier aufnehmen', en: 'Record here' },
  stop: { de: (time: string) => `Aufnahme beenden (${time})`, en: (time: string) => `Stop recording (${time})` },
  noMicrophone: {
    de: 'Der Browser gibt kein Mikrofon frei. Erlauben Sie es in der Adressleiste, oder laden Sie eine Datei hoch.',
    en: 'The browser grants no microphone. Allow it in the address bar, or upload a file.',
  },
  kept: { de: 'Ansage gespeichert', en: 'Announcement saved' },
  soundGone: { de: 'Aufnahme gelöscht', en: 'Recording deleted' },
  deleteSound: { de: 'Was sie in dieser Sprache sagt löschen?', en: 'Delete what it says in this language?' },
  deleteSoundConsequence: {
    de: 'Anrufer hören stattdessen die Ansage in der anderen Sprache, wenn es sie gibt, sonst nichts.',
    en: 'Callers hear the announcement in the other language instead, if there is one, else nothing.',
  },
  usedBy: { de: 'Wird gesagt in', en: 'Is said in' },
  unused: { de: 'Noch nirgends verwendet.', en: 'Not used anywhere yet.' },
  general: { de: 'Name und Nummer', en: 'Name and number' },
  deleteOne: { de: (name: string) => `Ansage ${name} löschen?`, en: (name: string) => `Delete announcement ${name}?` },
  deleteConsequence: {
    de: 'Alle ihre Aufnahmen sind weg. Das lässt sich nicht zurücknehmen.',
    en: 'All its recordings are gone. This cannot be taken back.',
  },
  deleted: { de: 'Ansage gelöscht', en: 'Announcement deleted' },
})
