import type { Binding } from '@klinke/calls'
import type { TransportTarget } from '@klinke/sip'
import type { TrunksAtWork } from '../customer-trunks/calls/pbx-places.ts'
import type { CustomerTrunk } from '../customer-trunks/customer-trunk.ts'

/** A trunk of the tenant `acme` whose PBX registers, with one login for all numbers. */
export function customerTrunk(more: Partial<CustomerTrunk> = {}): CustomerTrunk {
  return {
    ...{ id: 't1', tenantId: 'acme', name: 'Zentrale', product: 'extended-connect', channels: 10 },
    access: { kind: 'registration', logins: [{ id: 'l1', username: 'tabc', ha1: { md5: '', sha256: '' }, block: undefined }] },
    ...{ numberFormat: 'e164', signalling: 'sipconnect', transport: 'UDP', srtp: 'none' },
    ...{ headNumber: '+4922155500', siteId: undefined, isActive: true },
    ...more,
  }
}

/** A PBX at fixed addresses. */
export function fixedTrunk(hosts: readonly string[], more: Partial<CustomerTrunk> = {}): CustomerTrunk {
  return customerTrunk({ access: { kind: 'fixed-ip', places: hosts.map((host) => ({ host, port: undefined })) }, ...more })
}

/** Trunks as calls use them, with PBXs that are where the test says. */
export class PaperTrunks implements TrunksAtWork {
  /** Contacts by the block of the login; `''`: the one for all numbers. */
  readonly contacts = new Map<string, readonly string[]>()
  readonly suspects: string[] = []
  readonly answered: string[] = []
  /** Addresses that are known to be down. */
  readonly down = new Set<string>()
  readonly #trunks: ReadonlyMap<string, CustomerTrunk>

  constructor(...trunks: readonly CustomerTrunk[]) {
    this.#trunks = new Map(trunks.map((trunk) => [trunk.id, trunk]))
  }

  readonly directory: TrunksAtWork['directory'] = { trunk: (id) => this.#trunks.get(id) }
  readonly flow = (): undefined => undefined
  /** Where numbers are led. */
  readonly led = new Map<string, string>()
  readonly ofNumber = (e164: string): CustomerTrunk | undefined => this.#trunks.get(this.led.get(e164) ?? '')
  readonly lines: TrunksAtWork['lines'] = {
    contacts: (_trunk, block) => (this.contacts.get(block ?? '') ?? this.contacts.get('') ?? []).map(bindingOf),
    places: (id) => this.#placesOf(id),
  }

  #placesOf(id: string) {
    const access = this.#trunks.get(id)?.access
    if (access?.kind !== 'fixed-ip') return []
    return access.places.map(({ host, port }) => ({
      place: { host, port, transport: 'UDP' as const },
      targets: [{ protocol: 'UDP', remote: { address: host, port: port ?? 5060 } }] satisfies TransportTarget[],
      isUp: !this.down.has(host),
      answered: () => void this.answered.push(host),
      suspect: () => void this.suspects.push(host),
    }))
  }
}

function bindingOf(contactUri: string): Binding {
  return { id: contactUri, addressOfRecord: 'tabc@acme.example', contactUri, path: [], flowId: '', preference: 1 }
}
