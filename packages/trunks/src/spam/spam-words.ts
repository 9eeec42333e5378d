import type { Judged } from './judge.ts'

const ACTIONS = {
  mark: { de: 'Der Name trägt den Zusatz „Spam?“', en: 'The name is marked “Spam?”' },
  voicemail: { de: 'Der Anruf geht zur Mailbox, soweit die Nummer eine hat', en: 'The call goes to voicemail, if the number has one' },
  reject: { de: 'Der Anruf wird abgewiesen', en: 'The call is rejected' },
} as const

/** What is done about a caller, as a whole sentence. */
export function spamWords({ number, score, note, action }: Judged): { readonly de: string; readonly en: string } {
  const why = note === undefined ? '' : ` (${note})`
  const then = ACTIONS[action]
  return {
    de: `${number} hat die Spam-Bewertung ${score} von 100${why}. ${then.de}.`,
    en: `${number} has the spam score ${score} of 100${why}. ${then.en}.`,
  }
}
