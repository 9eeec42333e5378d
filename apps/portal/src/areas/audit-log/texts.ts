import { defineTexts } from '../../shared/texts.ts'

export const auditLogTexts = defineTexts({
  title: { de: 'Änderungsprotokoll', en: 'Audit log' },
  about: {
    de: 'Wer was wann geändert hat, und von wo. Das Neueste steht oben; Geheimnisse stehen nicht darin.',
    en: 'Who has changed what, when, and from where. The newest is first; secrets are left out.',
  },
  emptyTitle: { de: 'Noch nichts geändert', en: 'Nothing changed yet' },
  emptyText: { de: 'Jede Änderung und jede Anmeldung erscheint hier.', en: 'Each change and each sign-in appears here.' },
  at: { de: 'Wann', en: 'When' },
  who: { de: 'Wer', en: 'Who' },
  what: { de: 'Was', en: 'What' },
  subject: { de: 'Woran', en: 'Of what' },
  from: { de: 'Von', en: 'From' },
  show: { de: 'Einzelheiten', en: 'Details' },
  field: { de: 'Feld', en: 'Field' },
  before: { de: 'Vorher', en: 'Before' },
  after: { de: 'Nachher', en: 'After' },
  noValues: { de: 'Zu diesem Eintrag sind keine Werte festgehalten.', en: 'No values are kept with this entry.' },
})

/** What the server calls its actions; one that is not here is shown as it is. */
export const actionTexts = defineTexts({
  created: { de: 'angelegt', en: 'created' },
  changed: { de: 'geändert', en: 'changed' },
  deleted: { de: 'gelöscht', en: 'deleted' },
  requested: { de: 'aufgerufen', en: 'requested' },
  heard: { de: 'angehört', en: 'heard' },
  read: { de: 'gelesen', en: 'read' },
  taken: { de: 'genommen', en: 'taken' },
  'signed-in': { de: 'angemeldet', en: 'signed in' },
  'sign-in-failed': { de: 'Anmeldung fehlgeschlagen', en: 'sign-in failed' },
})
