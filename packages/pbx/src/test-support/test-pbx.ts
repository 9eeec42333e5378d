import type { Directory, Extension, TenantSnapshot } from '@klinke/accounts'
import { type Binding, type CallEnded, type CallStarted, refused, type Subscriber } from '@klinke/calls'
import { TestExchange } from '@klinke/calls/test-support'
import type { PaperCaller, PaperMedia, PaperPhone, VirtualClock } from '@klinke/testbed'
import type { OutsideCall, OutsideLines } from '../calls/outside-lines.ts'
import { pbxCalls } from '../calls/pbx-calls.ts'

export interface TestTenant {
  readonly id: string
  readonly extensions: readonly string[]
  /** Number → extension, or undefined for a number that leads nowhere. */
  readonly numbers: Readonly<Record<string, string | undefined>>
}

/** A PBX over a user agent on paper: tenants as given, every extension with one registered device. */
export class TestPbx {
  /** Calls that went to the public network. */
  readonly outside: OutsideCall[] = []
  /** Addresses of record without a device. */
  readonly unregistered = new Set<string>()
  readonly #tenants: ReadonlyMap<string, TenantSnapshot>
  readonly #exchange: TestExchange

  /** What `trunks` says that a caller shows: the tenant's first number. */
  numberShown: OutsideLines['numberShown'] = (tenant) => tenant.numbers.keys().next().value

  constructor(tenants: readonly TestTenant[]) {
    this.#tenants = new Map(tenants.map((tenant) => [tenant.id, snapshot(tenant)]))
    const pbx = pbxCalls({ directory: this.directory(), outside: this.#outsideLines() })
    this.#exchange = new TestExchange({
      dialPlan: (arrival) => pbx.planExtensionCall(arrival),
      parts: {
        registrar: { register: () => ({ status: 200, headers: [] }), lookup: (addressOfRecord) => this.#devices(addressOfRecord) },
      },
    })
  }

  get clock(): VirtualClock {
    return this.#exchange.clock
  }

  get media(): PaperMedia {
    return this.#exchange.media
  }

  get started(): readonly CallStarted[] {
    return this.#exchange.records.begun
  }

  get ended(): readonly CallEnded[] {
    return this.#exchange.records.over
  }

  /** Extension `from` of the tenant dials. */
  dial(tenantId: string, from: string, dialled: string): Promise<PaperCaller> {
    const domain = `${tenantId}.example`
    const subscriber: Subscriber = {
      tenantId,
      extensionId: `${tenantId}-${from}`,
      extensionNumber: from,
      username: from,
      domain,
      ha1: { md5: '', sha256: '' },
      registration: { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 },
    }
    return this.#exchange.call({ uri: `sip:${dialled}@${domain}`, offer: 'offer' }, { kind: 'extension', subscriber, headers: [] })
  }

  phone(): PaperPhone {
    const phone = this.#exchange.userAgent.called.at(-1)
    if (!phone) throw new Error('No phone was called.')
    return phone
  }

  /** Names of the decisions on the last call that ended. */
  get steps(): string[] {
    return this.ended.at(-1)?.route.map(({ step }) => step) ?? []
  }

  directory(): Directory {
    const tenants = [...this.#tenants.values()]
    return {
      tenant: (id) => this.#tenants.get(id),
      tenantByDomain: (domain) => tenants.find(({ sipDomain }) => sipDomain === domain),
      tenantByNumber: (e164) => tenants.find(({ numbers }) => numbers.has(e164)),
      tenants: () => tenants,
    }
  }

  #outsideLines(): Parameters<typeof pbxCalls>[0]['outside'] {
    return {
      call: (_call, wanted) => {
        this.outside.push(wanted)
        return Promise.resolve(refused('busy', 486))
      },
      numberShown: (...who) => this.numberShown(...who),
    }
  }

  #devices(addressOfRecord: string): readonly Binding[] {
    if (this.unregistered.has(addressOfRecord)) return []
    return [{ id: addressOfRecord, addressOfRecord, contactUri: `sip:${addressOfRecord}`, path: [], flowId: 'gone', preference: 1 }]
  }
}

function snapshot({ id, extensions, numbers }: TestTenant): TenantSnapshot {
  return {
    id,
    name: id,
    sipDomain: `${id}.example`,
    areaCode: '221',
    profile: {
      maxContactsPerExtension: 4,
      ringTimeoutSeconds: 20,
      minRegistrationSeconds: 60,
      maxRegistrationSeconds: 3600,
      mediaInactivitySeconds: 60,
      sessionExpiresSeconds: 1800,
      mediaPath: 'relay',
    },
    extensions: new Map(extensions.map((number) => [number, extension(id, number)])),
    numbers: new Map(Object.entries(numbers).map(([e164, extensionNumber]) => [e164, { e164, extensionNumber }])),
  }
}

function extension(tenantId: string, number: string): Extension {
  return {
    id: `${tenantId}-${number}`,
    number,
    name: `Extension ${number}`,
    sipUsername: number,
    ha1: { md5: '', sha256: '' },
    outgoingNumber: undefined,
  }
}
