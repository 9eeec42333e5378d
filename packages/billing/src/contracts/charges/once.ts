import type { RoundingMode } from '@klinke/rating'
import { type Contract, type ContractItem, type Day, quantityOn } from '../contract.ts'
import type { ChargeLine } from './charge-line.ts'
import { chargeLines, type LineFacts } from './line.ts'
import { isIn, lastDay, type Month } from './month.ts'
import { type ChargeQuestion, pricedOn, productIn, profileIn } from './question.ts'
import { wordsOnce } from './words.ts'

type Question = Pick<ChargeQuestion, 'versions'>

/** What is charged once, in the month in which it is: one-off items, and setting up what was added. */
export function once(contract: Contract, month: Month, question: Question): readonly ChargeLine[] {
  const rounding = profileIn(contract, lastDay(month), question.versions)?.rounding.mode
  if (rounding === undefined) return []
  return [
    ...chargeLines(contract.items.flatMap((item) => setUps(contract, item, month, rounding, question))),
    ...contract.oneOffs.filter(({ on }) => isIn(month, on)).flatMap((oneOff) => oneOffLine(contract, oneOff, rounding, question)),
  ]
}

/** One for each day on which there are more than the day before. */
function setUps(
  contract: Contract,
  item: ContractItem,
  month: Month,
  rounding: RoundingMode,
  { versions }: Question,
): readonly LineFacts[] {
  return risesOf(contract, item)
    .filter(({ on }) => isIn(month, on))
    .flatMap(({ on, quantity }) => {
      const product = pricedOn(item.prices, item.item, on, versions)
      if (product?.setUp === undefined || product.setUp === 0n) return []
      const { id, title, setUp: unitPrice, vat } = product
      return {
        ...{ contract, item: id, title, kind: 'set-up', siteId: item.siteId, from: on, until: on, quantity, rounding, unitPrice, vat },
        words: (all) => wordsOnce('set-up', all, unitPrice, on, contract.currency),
      }
    })
}

function risesOf(contract: Contract, item: ContractItem): readonly { readonly on: Day; readonly quantity: number }[] {
  return item.quantities.flatMap(({ from: on }) => {
    const quantity = quantityOn(contract, item, on) - quantityOn(contract, item, on.subtract({ days: 1 }))
    return quantity > 0 ? [{ on, quantity }] : []
  })
}

function oneOffLine(
  contract: Contract,
  oneOff: Contract['oneOffs'][number],
  rounding: RoundingMode,
  { versions }: Question,
): readonly ChargeLine[] {
  const { item, on, quantity, siteId, versionId, note } = oneOff
  const product = productIn(versions(versionId), item)
  if (product === undefined) return []
  const title = note === undefined ? product.title : { de: `${product.title.de}: ${note}`, en: `${product.title.en}: ${note}` }
  const facts: LineFacts = {
    ...{
      contract,
      item,
      title,
      kind: 'one-off',
      siteId,
      from: on,
      until: on,
      quantity,
      unitPrice: product.price,
      rounding,
      vat: product.vat,
    },
    words: (all) => wordsOnce('one-off', all, product.price, on, contract.currency),
  }
  // Each by itself, though two may be alike.
  return chargeLines([facts]).map((line) => ({ ...line, id: `${line.id}/${oneOff.id}` }))
}
