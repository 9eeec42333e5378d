import type { Call, CallPlan } from '@klinke/calls'
import { notAllowed, parseSdp } from '@klinke/rtp'
import type { CustomerTrunk, TrunkProductName } from '../customer-trunk.ts'
import { TRUNK_PRODUCTS } from '../products.ts'

/** What may be spoken with the PBX at a trunk of that product, whoever offers it (TRK-08). */
export function mediaOfTrunk(product: TrunkProductName): NonNullable<CallPlan['callerMedia']> {
  const { codecs, fax } = TRUNK_PRODUCTS[product]
  return { codecs, t38: fax }
}

/** Writes down what of the caller's offer the product of the trunk leaves out: of what the PBX offers, or of what it is offered. */
export function noteTrunkMedia(call: Call, { product }: Pick<CustomerTrunk, 'product'>, whose: 'of the PBX' | 'to the PBX'): void {
  const offer = call.caller?.offer
  const read = offer === undefined ? undefined : parseSdp(offer)
  if (read?.ok !== true) return
  const left = notAllowed(read.value, mediaOfTrunk(product))
  if (left.length === 0) return
  const { title } = TRUNK_PRODUCTS[product]
  const names = left.join(', ')
  const [de, en] =
    whose === 'of the PBX' ? ['Die Telefonanlage bietet', 'The PBX offers'] : ['Der Telefonanlage würde', 'The PBX would be offered']
  call.note('trunk-media', `${names} ${whose}`, {
    de: `${de} ${names}${whose === 'of the PBX' ? ' an' : ' angeboten'}: das gibt es bei „${title.de}“ nicht und bleibt weg.`,
    en: `${en} ${names}: “${title.en}” does not have that, and it is left out.`,
  })
}
