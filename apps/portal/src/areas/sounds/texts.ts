import { defineTexts } from '../../shared/texts.ts'

export const soundTexts = defineTexts({
  title: { de: 'Wartemusik und Stimme', en: 'Music and voice' },
  about: {
    de: 'Was Anrufer hören, während sie warten, und die Sätze, die die Telefonanlage selbst sagt.',
    en: 'What callers hear while they wait, and the sentences that the telephone system says itself.',
  },
  music: { de: 'Wartemusik', en: 'Music on hold' },
  musicAbout: {
    de: 'Die Stücke werden nacheinander gespielt. Ohne ein eigenes spielt die Telefonanlage ihre eigene Musik. Achten Sie auf die Rechte (GEMA).',
    en: 'The pieces are played one after the other. Without one of your own the telephone system plays its own music. Mind the rights (GEMA).',
  },
  noMusic: {
    de: 'Noch kein eigenes Stück. Laden Sie eine WAV- oder MP3-Datei hoch.',
    en: 'No piece of your own yet. Upload a WAV or MP3 file.',
  },
  orderHint: {
    de: 'Ziehen Sie die Stücke in die Reihenfolge, oder nehmen Sie die Pfeile. Sie gilt sofort.',
    en: 'Drag the pieces into order, or take the arrows. It counts at once.',
  },
  ordered: { de: 'Reihenfolge geändert', en: 'Order changed' },
  up: { de: (name: string) => `Nach oben: ${name}`, en: (name: string) => `Move up: ${name}` },
  down: { de: (name: string) => `Nach unten: ${name}`, en: (name: string) => `Move down: ${name}` },
  upload: { de: 'Stück hochladen', en: 'Upload a piece' },
  added: { de: 'Wird ab jetzt gespielt', en: 'Played from now on' },
  listen: { de: (name: string) => `Anhören: ${name}`, en: (name: string) => `Listen: ${name}` },
  deleteMusic: { de: (name: string) => `Stück „${name}“ löschen?`, en: (name: string) => `Delete the piece “${name}”?` },
  deleteMusicConsequence: {
    de: 'Wer ab jetzt wartet, hört es nicht mehr. Die Datei ist weg.',
    en: 'Who waits from now on does not hear it any more. The file is gone.',
  },
  musicDeleted: { de: 'Stück gelöscht', en: 'Piece deleted' },
  deleteNamed: { de: (name: string) => `Löschen: ${name}`, en: (name: string) => `Delete: ${name}` },
  prompts: { de: 'Sätze der Telefonanlage', en: 'Sentences of the telephone system' },
  promptsAbout: {
    de: 'Jeder Satz lässt sich durch eine eigene Aufnahme ersetzen, in Deutsch und in Englisch.',
    en: 'Each sentence can be replaced by a recording of your own, in German and in English.',
  },
  search: { de: 'Satz suchen', en: 'Search for a sentence' },
  onlyReplaced: { de: 'Nur eigene Aufnahmen', en: 'Own recordings only' },
  count: {
    de: (shown: number, all: number) => `${shown} von ${all} Sätzen`,
    en: (shown: number, all: number) => `${shown} of ${all} sentences`,
  },
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
  delivered: { de: 'mitgelieferte Stimme', en: 'voice as delivered' },
  own: { de: 'eigene Aufnahme', en: 'own recording' },
  replace: { de: 'Aufnahme hochladen', en: 'Upload a recording' },
  replaced: { de: 'Die eigene Aufnahme gilt', en: 'Your own recording is used' },
  back: { de: 'Zurück zur mitgelieferten Stimme', en: 'Back to the voice as delivered' },
  isBack: { de: 'Die mitgelieferte Stimme gilt wieder', en: 'The voice as delivered is used again' },
  backConsequence: { de: 'Ihre Aufnahme ist dann weg.', en: 'Your recording is gone then.' },
  more: { de: 'Weitere Sätze zeigen', en: 'Show more sentences' },
})
