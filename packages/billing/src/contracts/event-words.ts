import type { Text } from '@klinke/platform'
import { productIn, type Versions } from './charges/question.ts'
import { dayWords } from './charges/words.ts'
import type { Contract } from './contract.ts'
import type { ContractDeed } from './events.ts'

/** What happened, or would, in a sentence. */
export function deedWords(deed: ContractDeed, contract: Contract, versions: Versions): Text {
  switch (deed.kind) {
    case 'begun': {
      const day = dayWords(deed.begins)
      const { termMonths: months } = deed
      return months === undefined
        ? { de: `Der Vertrag beginnt am ${day.de}, ohne feste Laufzeit.`, en: `The contract begins on ${day.en}, without a term.` }
        : { de: `Der Vertrag beginnt am ${day.de}, für ${months} Monate.`, en: `The contract begins on ${day.en}, for ${months} months.` }
    }
    case 'item-added':
      return quantityWords(titleIn(versions, deed.versionId, deed.item), deed.quantity, dayWords(deed.from))
    case 'quantity-set': {
      const item = contract.items.find(({ id }) => id === deed.itemId)
      const title = titleIn(versions, item?.prices[0]?.versionId, item?.item ?? '')
      return quantityWords(title, deed.quantity, dayWords(deed.from))
    }
    case 'one-off': {
      const [title, day] = [titleIn(versions, deed.versionId, deed.item), dayWords(deed.on)]
      return { de: `Einmalig am ${day.de}: ${deed.quantity} × ${title.de}.`, en: `Once on ${day.en}: ${deed.quantity} × ${title.en}.` }
    }
    case 'cancelled': {
      const [day, why] = [dayWords(deed.until), deed.reason === undefined ? '' : ` (${deed.reason})`]
      return { de: `Gekündigt zum ${day.de}${why}.`, en: `Notice was given for ${day.en}${why}.` }
    }
    case 'withdrawn':
      return {
        de: 'Eine Kündigung, geplante Änderung oder einmalige Berechnung ist zurückgenommen.',
        en: 'A notice, planned change or one-off charge is withdrawn.',
      }
    case 'term-restarted': {
      const day = dayWords(deed.from)
      return {
        de: `Die Laufzeit beginnt am ${day.de} neu, für ${deed.months} Monate.`,
        en: `The term begins anew on ${day.en}, for ${deed.months} months.`,
      }
    }
    case 'prices-changed': {
      const day = dayWords(deed.from)
      return { de: `Neue Preise gelten ab ${day.de}.`, en: `New prices hold from ${day.en} on.` }
    }
  }
}

function quantityWords(title: Text, quantity: number, day: Text): Text {
  return quantity === 0
    ? { de: `${title.de}: endet, ab ${day.de} keine mehr.`, en: `${title.en}: ends, none from ${day.en} on.` }
    : { de: `${title.de}: ${quantity} ab ${day.de}.`, en: `${title.en}: ${quantity} from ${day.en} on.` }
}

function titleIn(versions: Versions, versionId: string | undefined, item: string): Text {
  const product = versionId === undefined ? undefined : productIn(versions(versionId), item)
  return product?.title ?? { de: item, en: item }
}
