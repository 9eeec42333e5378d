import type { OrderForm } from './order-form.ts'
import type { Made, OrderTerms } from './order-terms.ts'

/** What the profile makes of an order's items. */
export function ordered(form: Pick<OrderForm, 'items'>, { provisions = [] }: OrderTerms, what: Made['makes']): number {
  return form.items.reduce((sum, item) => {
    const made = provisions.find((each) => 'item' in item && each.item === item.item && each.makes === what)
    return made === undefined ? sum : sum + item.quantity * (made.makes === 'channels' ? made.each : 1)
  }, 0)
}
