import { z } from 'zod'
import { germanDay, plannedMove, type RecordedAddress } from './address-history.ts'
import { flawsOf } from './at-site.ts'
import type { Proof } from './proofs.ts'
import { siteAddress } from './rules.ts'
import { addressOn } from './site.ts'
import type { StoredSite } from './store.ts'

const datedAddress = siteAddress.extend({ from: z.iso.date() })
export const proofView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  octets: z.int(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
})
export const siteView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  main: z.boolean().describe('Extensions and numbers that are said to be nowhere else are here'),
  areaCode: z.string(),
  address: siteAddress.nullable().describe('Where it is today; null: nobody has said'),
  plannedMove: datedAddress.nullable().describe('Where it will be from a day on'),
  addresses: z
    .array(datedAddress.extend({ reason: z.enum(['correction', 'move']), recordedBy: z.string(), recordedAt: z.iso.datetime() }))
    .describe('All that it has had, and a planned one'),
  emergencyNumber: z.string().nullable().describe('Chosen to be shown to 110 and 112; null: the first geographic number of the site'),
  networks: z.array(z.string()).describe('Addresses and networks by which browsers there reach the portal'),
  shownToEmergency: z.string().nullable().describe('What 110 and 112 are shown now; null: the site has no geographic number'),
  flaws: z.array(z.enum(['address-missing', 'geographic-number-missing'])).describe('Why help would not find it; empty: it is valid'),
  proofs: z.array(proofView).describe('Documents that prove where it is, the newest first'),
})

/** What is shown of a site. `first`: its first geographic number. */
export function viewOfSite(
  site: StoredSite,
  { first, proofs, epochMs }: { readonly first: string | undefined; readonly proofs: readonly Proof[]; readonly epochMs: number },
): z.infer<typeof siteView> {
  const { id, tenantId, name, isMain, areaCode, emergencyNumber, addresses, networks } = site
  const address = addressOn(addresses, germanDay(epochMs))
  const move = plannedMove(addresses, epochMs)
  return {
    ...{ id, tenantId, name, areaCode, emergencyNumber, main: isMain, addresses: [...addresses], networks: [...networks] },
    address: address === undefined ? null : placeOf(address),
    plannedMove: move === undefined ? null : { ...placeOf(move), from: move.from },
    shownToEmergency: first === undefined ? null : (emergencyNumber ?? first),
    flaws: [...flawsOf(site, first, epochMs)],
    proofs: proofs.map(viewOfProof),
  }
}

function placeOf({ street, houseNumber, postalCode, city }: RecordedAddress): z.infer<typeof siteAddress> {
  return { street, houseNumber, postalCode, city }
}

export function viewOfProof({ key: _key, siteId: _site, uploadedAt, ...proof }: Proof): z.infer<typeof proofView> {
  return { ...proof, uploadedAt: uploadedAt.toISOString() }
}
