import { type Arrival, type CallPlan, type DialTarget, type Exchange, type Refusal, refused } from '@klinke/calls'
import { CARRIER, SimulatedNode } from '@klinke/calls/test-support'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore } from '@klinke/platform'
import type { LinkConditions } from '@klinke/testbed'
import { settingsFeatures } from '../../src/call-settings/codes.ts'
import { callExtension } from '../../src/call-settings/extension-call.ts'
import { settingsOf } from '../../src/call-settings/settings-of.ts'
import type { OutsideLines } from '../../src/calls/outside-lines.ts'
import { numberParty } from '../../src/calls/parties.ts'
import { type PbxCalls, pbxCalls } from '../../src/calls/pbx-calls.ts'
import { RunningConferences } from '../../src/conferences/running-conferences.ts'
import { openConferences } from '../../src/conferences/slice.ts'
import { PaperNames, plainPins } from '../../src/conferences/test-support/rooms.ts'
import { Prompts } from '../../src/prompts/prompts.ts'
import { openQueues } from '../../src/queues/slice.ts'
import { openRecorder } from '../../src/recordings/slice.ts'
import { RecordingSpeech } from '../../src/recordings/speech.ts'
import { PaperRecordings } from '../../src/recordings/test-support/paper-recordings.ts'
import { openRingGroups } from '../../src/ring-groups/slice.ts'
import { openSlices } from '../../src/slices/open-slices.ts'
import type { OpenSlice } from '../../src/slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../../src/snapshot.ts'
import { absentDatabase } from '../../src/test-support/absent-database.ts'
import { PaperCallbacks } from '../../src/test-support/paper-callbacks.ts'
import { snapshot, type TestTenant } from '../../src/test-support/test-pbx.ts'
import { paperVoicemail } from './paper-voicemail.ts'

export interface SimulatedPbxOptions {
  readonly seed: number
  readonly tenants: readonly TestTenant[]
  readonly conditions?: LinkConditions | undefined
}

/** The whole PBX, with all its features, on the real call control and SIP stack over a simulated network. Only what is stored is on paper. */
export class SimulatedPbx extends SimulatedNode {
  readonly #snapshots: Map<string, PbxSnapshot>
  readonly #pbx: PbxCalls
  /** What was recorded. */
  readonly recordings = new PaperRecordings()

  constructor({ seed, tenants, conditions }: SimulatedPbxOptions) {
    super({
      ...{ seed, conditions },
      tenants: tenants.map(({ id }) => ({ id, domain: `${id}.example` })),
      dialPlan: (arrival) => this.#plan(arrival),
      talks: { began: (...talk) => this.#pbx.talks.began(...talk), gathered: (...round) => this.#pbx.talks.gathered(...round) },
      mayReplace: (...who) => this.#pbx.mayReplace(...who),
    })
    this.#snapshots = new Map(tenants.map((tenant) => [tenant.id, snapshot(tenant)]))
    const directory = this.#directory()
    const ground = {
      clock: this.clock,
      random: this.random,
      logger: silentLogger,
      dataDir: 'on paper',
      blobs: new FolderBlobStore('on paper'),
    }
    const opened = openSlices({ database: absentDatabase, directory, ...ground }, this.#onPaper())
    this.#pbx = pbxCalls({ directory, outside: this.#outsideLines(), ...opened })
  }

  /** The queues are deleted: callbacks that were promised, which may take hours, are given up. */
  closeQueues(): void {
    for (const [id, tenant] of this.#snapshots) this.#snapshots.set(id, { ...tenant, queues: new Map() })
  }

  #plan(arrival: Arrival): CallPlan | Refusal {
    return arrival.origin.kind === 'carrier' ? this.#fromCarrier(arrival) : this.#pbx.planExtensionCall(arrival)
  }

  /** As `trunks` does. */
  #fromCarrier({ dialled }: Arrival): CallPlan | Refusal {
    const tenant = this.#directory().tenantByNumber(dialled)
    if (tenant === undefined) return refused('not-found', 404)
    const caller = numberParty('+4930123456')
    return {
      ...{ kind: 'call', tenantId: tenant.id, direction: 'inbound', caller, emergency: false },
      called: this.#pbx.numberCalled(tenant, dialled),
      profile: this.#pbx.profileOf(tenant),
      flow: (call, exchange) => this.#pbx.callNumber(call, tenant, dialled, caller, exchange),
    }
  }

  #outsideLines(): OutsideLines {
    return {
      call: async (call, { number }, exchange: Exchange) => {
        const answered = await exchange.ring(call, [carrierTarget(number)])
        return answered.kind === 'answered' ? exchange.converse(call, answered.leg) : answered
      },
      target: (_call, { number }) => carrierTarget(number),
      numberShown: (tenant) => tenant.numbers.keys().next().value,
      onNet: (_call, { tenant }) => ({ shown: tenant.numbers.keys().next().value }),
      phoneLock: { isLocked: () => false, set: () => Promise.resolve() },
    }
  }

  #directory(): PbxDirectory {
    const all = () => [...this.#snapshots.values()]
    return {
      tenant: (id) => this.#snapshots.get(id),
      tenantByDomain: (domain) => all().find(({ sipDomain }) => sipDomain === domain),
      tenantByNumber: (e164) => all().find(({ numbers }) => numbers.has(e164)),
      tenants: () => all(),
    }
  }

  /** The features that would ask the database, or other threads. */
  #recorder(): OpenSlice {
    const directory = this.#directory()
    const speech = new RecordingSpeech(new Prompts((key) => key), directory)
    return openRecorder({ archive: this.recordings, directory, speech })
  }

  #onPaper(): Readonly<Record<string, OpenSlice>> {
    const features = settingsFeatures((tenantId, extensionId, change) => {
      const tenant = this.#snapshots.get(tenantId)
      if (tenant === undefined) return Promise.resolve()
      const changed = change(settingsOf(tenant, extensionId))
      const extensions = new Map(tenant.callSettings.extensions).set(extensionId, changed)
      this.#snapshots.set(tenantId, { ...tenant, callSettings: { ...tenant.callSettings, extensions } })
      return Promise.resolve()
    })
    return {
      callSettings: { destinations: { targets: { extension: callExtension } }, features },
      conferences: openConferences({
        database: absentDatabase,
        clock: this.clock,
        pins: plainPins,
        running: new RunningConferences(new PaperNames()),
      }),
      hotDesking: {},
      queues: openQueues({
        ...{ store: new PaperCallbacks(), names: { fileOf: () => undefined } },
        ...{ clock: this.clock, logger: silentLogger },
      }),
      recordings: this.#recorder(),
      ringGroups: openRingGroups(absentDatabase),
      storage: {},
      voicemail: paperVoicemail(this.clock, this.#directory()),
    }
  }
}

function carrierTarget(number: string): DialTarget {
  return {
    party: numberParty(number),
    ...{
      uri: `sip:${number}@carrier.example`,
      from: '<sip:+4922155500@carrier.example>',
      to: `<sip:${number}@carrier.example>`,
      route: [],
    },
    destination: { targets: [{ protocol: 'UDP', remote: { address: CARRIER.address, port: 5060 } }] },
    media: { srtp: 'none', addressFamily: 'IPv4' },
  }
}
