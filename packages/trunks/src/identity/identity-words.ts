import type { Because, Declined, IdentityDecision, WhyNot, WishedBy } from './decide.ts'
import type { Words } from './never-shown.ts'

/** Who has wished for the number, as a sentence begins. */
const WISHED_BY: Readonly<Record<WishedBy, Words>> = {
  pinned: { de: 'fest vorgegeben', en: 'pinned by the operator' },
  forwarded: { de: 'die des weitergeleiteten Anrufers', en: 'the one of the caller whose call is forwarded' },
  call: { de: 'für diesen Anruf gewählt', en: 'chosen for this call' },
  extension: { de: 'für die Nebenstelle eingestellt', en: 'set for the extension' },
  'extension-number': { de: 'die der Nebenstelle', en: 'the one of the extension' },
  customer: { de: 'für den Kunden eingestellt', en: 'set for the customer' },
  head: { de: 'die Hauptnummer', en: 'the head number' },
}

/** Which number is shown, why it may be, and which one pays. */
export function shownWords(decision: Extract<IdentityDecision, { kind: 'shown' }>, isHidden: boolean): Words {
  const { number, billed, by } = decision
  const because = becauseWords(decision.because)
  const pays = number === billed ? { de: '', en: '' } : { de: ` Abgerechnet wird ${billed}.`, en: ` ${billed} is billed.` }
  if (isHidden) {
    return {
      de: `Die Rufnummer wird unterdrückt; dem Netz wird ${billed} mitgeteilt.`,
      en: `The number is hidden; the network is told ${billed}.`,
    }
  }
  const [who, wer] = [WISHED_BY[by].en, WISHED_BY[by].de]
  return { de: `Angezeigt wird ${number} (${wer}): ${because.de}.${pays.de}`, en: `${number} is shown (${who}): ${because.en}.${pays.en}` }
}

function becauseWords(because: Because): Words {
  switch (because.kind) {
    case 'own-number':
      return { de: 'sie gehört dem Kunden', en: 'it is the customer’s own' }
    case 'right':
      return {
        de: `das Nutzungsrecht ist nachgewiesen${until(because.right.validUntilMs).de}`,
        en: `the right to use it is proven${until(because.right.validUntilMs).en}`,
      }
    case 'passed-on':
      return {
        de: 'bei einer Weiterleitung darf sie weitergegeben werden (§ 120 TKG)',
        en: 'it may be passed on with a forwarded call (§ 120 TKG)',
      }
  }
}

/** `refused`: the call does not go; `declined`: it goes with another number. */
export function declinedWords({ number, by, because }: Declined, outcome: 'refused' | 'declined'): Words {
  const why = whyNotWords(because)
  const then =
    outcome === 'refused'
      ? { de: ' Der Anruf geht deshalb nicht hinaus.', en: ' So the call does not go out.' }
      : { de: ' Eine andere tritt an ihre Stelle.', en: ' Another one takes its place.' }
  return {
    de: `${number} (${WISHED_BY[by].de}) darf nicht angezeigt werden: ${why.de}.${then.de}`,
    en: `${number} (${WISHED_BY[by].en}) may not be shown: ${why.en}.${then.en}`,
  }
}

function whyNotWords(because: WhyNot): Words {
  switch (because.kind) {
    case 'never-shown':
      return { de: `${because.row.name.de} zeigt kein Anrufer`, en: `no caller shows ${because.row.name.en}` }
    case 'no-right':
      return {
        de: 'sie gehört dem Kunden nicht, und ein Nutzungsrecht ist nicht nachgewiesen',
        en: 'it is not the customer’s, and no right to use it is proven',
      }
    case 'right-over':
      return {
        de: `das Nutzungsrecht galt${until(because.right.validUntilMs).de}`,
        en: `the right to use it held${until(because.right.validUntilMs).en}`,
      }
  }
}

function until(ms: number | undefined): Words {
  if (ms === undefined) return { de: '', en: '' }
  const day = new Date(ms).toISOString().slice(0, 10)
  return { de: ` bis zum ${day.split('-').toReversed().join('.')}`, en: ` until ${day}` }
}
