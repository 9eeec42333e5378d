import { defineTexts } from '../texts.ts'

export const soundWords = defineTexts({
  play: { de: (what: string) => `Anhören: ${what}`, en: (what: string) => `Listen: ${what}` },
  stop: { de: (what: string) => `Anhalten: ${what}`, en: (what: string) => `Stop: ${what}` },
  review: {
    de: 'Hören Sie sich die Aufnahme an. Sie gilt erst, wenn Sie sie behalten.',
    en: 'Listen to the recording. It counts only once you keep it.',
  },
  recording: { de: 'Die neue Aufnahme', en: 'The new recording' },
  keep: { de: 'Behalten', en: 'Keep' },
  again: { de: 'Neu aufnehmen', en: 'Record again' },
  drop: { de: 'Verwerfen', en: 'Discard' },
})
