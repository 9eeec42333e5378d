import { defineTexts } from '../../shared/texts.ts'

export const recordingTexts = defineTexts({
  title: { de: 'Aufnahmen', en: 'Recordings' },
  about: {
    de: 'Aufgezeichnete Gespräche. Wer eine anhört, steht im Änderungsprotokoll.',
    en: 'Recorded conversations. Whoever listens to one is in the audit log.',
  },
  none: { de: 'Noch keine Aufnahmen', en: 'No recordings yet' },
  noneText: {
    de: 'Ein Gespräch wird mit *1 aufgezeichnet, wenn die Verwaltung das erlaubt, oder von selbst nach einer Regel. Alle Beteiligten erfahren davon.',
    en: 'A conversation is recorded by *1, where the administration allows that, or by itself after a rule. All parties are told.',
  },
  started: { de: 'Beginn', en: 'Started' },
  parties: { de: 'Beteiligte', en: 'Parties' },
  duration: { de: 'Dauer', en: 'Duration' },
  because: { de: 'Grund', en: 'Reason' },
  rule: { de: 'Regel', en: 'rule' },
  code: { de: 'Taste *1', en: 'key *1' },
  api: { de: 'Programm', en: 'program' },
  conference: { de: 'Konferenz', en: 'conference' },
  incomplete: { de: 'unvollständig', en: 'incomplete' },
  of: { de: (when: string) => `Aufnahme vom ${when}`, en: (when: string) => `Recording of ${when}` },
  consents: { de: 'Wer Bescheid wusste', en: 'Who was told' },
  told: { de: 'hat die Ansage gehört', en: 'has heard the announcement' },
  agreed: { de: 'hat mit der 1 zugestimmt', en: 'has agreed with key 1' },
  accesses: { de: 'Wer sie angehört hat', en: 'Who has listened' },
  noAccesses: { de: 'Noch niemand.', en: 'Nobody yet.' },
  heard: { de: 'angehört', en: 'heard' },
  deletedBy: { de: 'gelöscht', en: 'deleted' },
  expired: { de: 'nach Ablauf gelöscht', en: 'deleted after its time' },
  delete: { de: 'Diese Aufnahme löschen?', en: 'Delete this recording?' },
  deleteConsequence: {
    de: 'Der Ton ist dann weg. Dass und von wem sie gelöscht wurde, bleibt vermerkt. Das lässt sich nicht zurücknehmen.',
    en: 'The sound is gone then. That it was deleted, and by whom, stays on record. This cannot be taken back.',
  },
  deleted: { de: 'Aufnahme gelöscht', en: 'Recording deleted' },
})
