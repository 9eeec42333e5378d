import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

export class TrunkNameTaken extends KlinkeError {
  constructor(name: string) {
    super('trunk-name-taken', `The customer has a trunk "${name}" already. Choose another name.`)
  }
}

/** Whoever calls from an address is known by it. */
export class TrunkPlaceTaken extends KlinkeError {
  constructor(hosts: readonly string[]) {
    super('trunk-place-taken', `One of these addresses, with this port, is that of another trunk: ${hosts.join(', ')}. Name another one.`)
  }
}

export const customerTrunkProblems: ProblemTable = {
  'trunk-name-taken': {
    status: 409,
    title: { en: 'Trunk name taken', de: 'Name des Trunks bereits vergeben' },
    germanDetail: 'Einen Trunk dieses Namens hat der Kunde schon. Nehmen Sie einen anderen Namen.',
  },
  'trunk-place-taken': {
    status: 409,
    title: { en: 'Address of another trunk', de: 'Adresse eines anderen Trunks' },
    germanDetail: 'Diese Adresse mit diesem Port gehört schon zu einem anderen Trunk. Nehmen Sie eine andere.',
  },
}
