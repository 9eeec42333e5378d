import { defineTexts } from '../../../shared/texts.ts'

/** Publishing, and what was published before. */
export const versionsTexts = defineTexts({
  none: { de: 'Noch nichts veröffentlicht.', en: 'Nothing published yet.' },
  version: { de: (version: number) => `Version ${version}`, en: (version: number) => `Version ${version}` },
  inForce: { de: 'gilt jetzt', en: 'in force' },
  compare: { de: 'Mit dem Entwurf vergleichen', en: 'Compare with the draft' },
  stopComparing: { de: 'Vergleich beenden', en: 'End the comparison' },
  comparing: {
    de: (version: number) => `Was der Entwurf gegenüber Version ${version} ändert`,
    en: (version: number) => `What the draft changes against version ${version}`,
  },
  same: { de: 'Kein Unterschied.', en: 'No difference.' },
  startMoved: {
    de: (from: string, to: string) => `Anfang: statt „${from}“ jetzt „${to}“`,
    en: (from: string, to: string) => `Beginning: "${to}" instead of "${from}"`,
  },
  faxMoved: { de: 'Faxe gehen einen anderen Weg', en: 'Faxes go another way' },
  restore: { de: 'Als Entwurf zurückholen', en: 'Take back as the draft' },
  restored: {
    de: (version: number) => `Version ${version} ist jetzt der Entwurf`,
    en: (version: number) => `Version ${version} is the draft now`,
  },
  rollBack: { de: 'Wieder in Kraft setzen', en: 'Put in force again' },
  rollBackQuestion: {
    de: (version: number) => `Version ${version} wieder in Kraft setzen?`,
    en: (version: number) => `Put version ${version} in force again?`,
  },
  rollBackConsequence: {
    de: 'Sie wird der Entwurf und sofort veröffentlicht. Der jetzige Entwurf lässt sich im Editor mit „Rückgängig“ zurückholen.',
    en: 'It becomes the draft and is published at once. The present draft can be brought back in the editor by "Undo".',
  },
  rolledBackNote: { de: (version: number) => `Zurück zu Version ${version}`, en: (version: number) => `Back to version ${version}` },
  publishTitle: { de: 'Entwurf veröffentlichen', en: 'Publish the draft' },
  publishAbout: {
    de: 'Neue Anrufe gehen sofort den neuen Weg; laufende gehen ihren zu Ende.',
    en: 'New calls go the new way at once; calls in progress go theirs to the end.',
  },
  note: { de: 'Was ist anders?', en: 'What is different?' },
  noteHint: { de: 'Steht bei der Version; kann fehlen', en: 'Stands at the version; may be missing' },
  publish: { de: 'Veröffentlichen', en: 'Publish' },
  published: {
    de: (version: number) => `Version ${version} ist veröffentlicht`,
    en: (version: number) => `Version ${version} is published`,
  },
  examplesTried: {
    de: (count: number) => (count === 1 ? 'Das Beispiel stimmt.' : `Alle ${count} Beispiele stimmen.`),
    en: (count: number) => (count === 1 ? 'The example is right.' : `All ${count} examples are right.`),
  },
  examplesFail: { de: 'Diese Beispiele kommen anders heraus:', en: 'These examples come out differently:' },
  mendFirst: { de: 'Vorher ist noch etwas zu ändern:', en: 'Something has to be mended before:' },
})
