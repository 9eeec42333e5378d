import { defineTexts } from '../../shared/texts.ts'

export const pagingTexts = defineTexts({
  title: { de: 'Durchsagen', en: 'Paging' },
  about: {
    de: 'Eine Nummer, deren Telefone von selbst abheben und laut sprechen lassen, was gesagt wird. Wessen Durchsage ein einzelnes Telefon annimmt, steht bei der Nebenstelle.',
    en: 'A number whose phones answer by themselves and say aloud what is said. Whose calls a single phone answers so is set at the extension.',
  },
  add: { de: 'Durchsagegruppe anlegen', en: 'Create a page group' },
  emptyTitle: { de: 'Noch keine Durchsagegruppen', en: 'No page groups yet' },
  emptyText: { de: 'Legen Sie eine an, etwa „Werkstatt“ mit der Nummer 650.', en: 'Create one, such as “Workshop” with the number 650.' },
  talkBack: { de: 'Wer die Durchsage hört, darf antworten', en: 'Who hears the page may answer' },
  talkBackHint: { de: 'Dann hören einander alle.', en: 'Then all hear each other.' },
  callers: { de: 'Wer durchsagen darf', en: 'Who may page' },
  everyone: { de: 'alle Nebenstellen', en: 'all extensions' },
  members: { de: 'nur Mitglieder', en: 'members only' },
  phones: { de: 'Telefone', en: 'Phones' },
  deleteOne: { de: (name: string) => `Durchsagegruppe ${name} löschen?`, en: (name: string) => `Delete page group ${name}?` },
  deleteConsequence: {
    de: 'Ihre Nummer ist sofort nicht mehr zu erreichen. Die Nebenstellen bleiben. Das lässt sich nicht zurücknehmen.',
    en: 'Its number cannot be reached any more, at once. The extensions stay. This cannot be taken back.',
  },
  deleted: { de: 'Durchsagegruppe gelöscht', en: 'Page group deleted' },
})
