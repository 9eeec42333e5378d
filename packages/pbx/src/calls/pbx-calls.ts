import type { TenantSnapshot } from '@klinke/accounts'
import {
  type Arrival,
  type Call,
  type CallFlow,
  type CallParty,
  type CallPlan,
  type CallProfile,
  type Exchange,
  type MayReplace,
  type Outcome,
  type Refusal,
  type Registrar,
  refused,
  type Subscriber,
  type TalkObserver,
} from '@klinke/calls'
import type { Resource } from '@klinke/foundation'
import { EmergencyCallBacks } from '../emergency-call-backs/emergency-call-backs.ts'
import { CodeIndex } from '../feature-codes/code-index.ts'
import type { Feature } from '../feature-codes/feature.ts'
import { actsAs, devicesWithHotDesk } from '../hot-desking/acts-as.ts'
import { type CallerNames, NO_NAMES } from '../phone-books/caller-names.ts'
import { mayReplaceIn } from '../pickup/may-replace.ts'
import { Prompts } from '../prompts/prompts.ts'
import type { Recorder } from '../recordings/recorder.ts'
import type { Attempted, Begin, Dialled, Phones } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { callExternal } from './call-external.ts'
import { callNumber, endsHere } from './call-number.ts'
import { callProfile } from './call-profile.ts'
import type { CallContext, PbxParts } from './context.ts'
import { numberDialled, planExtensionCall } from './extension-call.ts'
import { ExtensionsInCall } from './extensions-in-call.ts'
import { namedByCompany } from './name-callers.ts'
import type { OutsideLines } from './outside-lines.ts'
import { numberCalled, numberParty } from './parties.ts'
import { type DestinationFlows, routesOf } from './route-to.ts'
import { tellingWhy } from './tell-why.ts'
import { toMailbox } from './to-mailbox.ts'
import { callTrunk } from './trunk-call.ts'

/** The PBX's part of the dial plan. */
export interface PbxCalls {
  /** A call that an extension makes. */
  planExtensionCall(arrival: Arrival): CallPlan | Refusal
  /** The number behind the codes that were dialled. */
  numberDialled(arrival: Arrival): string
  /** What call control reads of the tenant, music on hold included. */
  profileOf(tenant: TenantSnapshot): CallProfile
  /** A number of the tenant, as the record of a call to it names it. */
  numberCalled(tenant: TenantSnapshot, e164: string): CallParty
  /** Media of a call to that number ends here, also where parties exchange media themselves: it leads to a feature. */
  endsHere(tenant: TenantSnapshot, e164: string): boolean
  /** A call from outside that is refused before anybody is rung; its caller hears why where the tenant wants it. */
  refuse(call: Call, tenant: TenantSnapshot, refusal: Refusal, exchange: Exchange): Promise<Outcome>
  /** Help was called with that number, which the control centre may call back now. */
  awaitsCallBack(tenant: TenantSnapshot, e164: string): boolean
  /** A call from outside to one of the tenant's numbers. `numbers`: one of ours rang this one beside others; those by which it came. `dialled`: with digits dialled on behind it. */
  callNumber(
    call: Call,
    tenant: TenantSnapshot,
    e164: string,
    from: CallParty,
    exchange: Exchange,
    numbers?: readonly string[],
    dialled?: string,
  ): Promise<Outcome>
  /** The same to the mailbox of the extension that the number leads to; undefined: there is none. */
  toMailbox(call: Call, tenant: TenantSnapshot, e164: string, from: CallParty, exchange: Exchange): Promise<Outcome> | undefined
  /** Whose place an extension may take by INVITE with Replaces. */
  readonly mayReplace: MayReplace
  /** From now on features make calls of their own and tell phones what goes on, until what this gives is closed. */
  begin(exchange: Exchange, phones: Phones): Resource
  /** In whose name a phone acts: of the extension that is logged in there (DEV-05). */
  readonly actsAs: (subscriber: Subscriber) => Subscriber
  /** Where extensions are registered, those at shared phones included. */
  readonly devicesOf: (lookup: Registrar['lookup']) => Registrar['lookup']
  /** Help was called from that extension, which showed that number: who calls back reaches the phone. Never throws. */
  readonly emergencyCalled: (tenantId: string, extensionId: string, shown: string) => void
  /** Goes along with the conversations of all calls. */
  readonly talks: TalkObserver
}

export interface PbxCallsParts {
  readonly directory: PbxDirectory
  readonly outside: OutsideLines
  /** What the features contribute. */
  readonly destinations?: readonly DestinationFlows[]
  readonly features?: readonly Feature[]
  readonly dialled?: Dialled
  readonly attempted?: Attempted
  readonly begins?: readonly Begin[]
  /** Where control centres may call back; absent: time stands still. */
  readonly callBacks?: EmergencyCallBacks
  /** Absent: those of the product, for tenants without files of their own. */
  readonly prompts?: Prompts
  /** Absent: nothing is ever recorded. */
  readonly recorder?: Recorder | undefined
  /** Absent: nobody has a name. */
  readonly names?: CallerNames | undefined
  /** Beside the recorder. */
  readonly talks?: readonly TalkObserver[]
}

export function pbxCalls({
  directory,
  outside,
  destinations = [],
  features = [],
  dialled = () => undefined,
  attempted = () => (outcome) => outcome,
  begins = [],
  callBacks = new EmergencyCallBacks({ nowMs: () => 0, epochMs: () => 0 }),
  recorder,
  names = NO_NAMES,
  talks = [],
  ...parts
}: PbxCallsParts): PbxCalls {
  const { prompts = new Prompts((key) => key) } = parts
  const routes = routesOf([...destinations, { targets: { trunk: callTrunk } }], callExternal)
  const codes = new CodeIndex(features)
  const anyTenant = (id: string): PbxSnapshot | undefined => (directory.forHelp ?? directory).tenant(id)
  const awaitsCallBack = (tenantId: string, e164: string): boolean => callBacks.phonesFor(tenantId, e164).length > 0
  const pbx: PbxParts = {
    directory,
    outside,
    codes,
    dialled,
    attempted,
    inCall: new ExtensionsInCall(),
    callBacks,
    names,
    prompts,
    recorder,
    ...routes,
  }
  return {
    actsAs: actsAs(directory),
    devicesOf: (lookup) => devicesWithHotDesk(directory, lookup),
    emergencyCalled: (tenantId, extensionId, shown) => {
      const minutes = anyTenant(tenantId)?.profile.emergencyCallBackMinutes
      callBacks.expect(tenantId, shown, extensionId, minutes)
    },
    planExtensionCall: (arrival) => planExtensionCall(arrival, pbx),
    mayReplace: mayReplaceIn(directory),
    talks: together([...(recorder === undefined ? [] : [recorder]), ...talks]),
    begin: (exchange, phones) => {
      const begun = begins.map((begin) => begin({ exchange, pbx, phones }))
      return {
        close: async (reason) => {
          for (const work of begun) await work.close(reason)
        },
      }
    },
    numberDialled: (arrival) => numberDialled(arrival, pbx),
    profileOf: ({ id, profile }) => {
      const tenant = directory.tenant(id)
      return tenant === undefined ? profile : callProfile(tenant, pbx)
    },
    numberCalled: ({ id }, e164) => {
      const tenant = directory.tenant(id)
      return tenant === undefined ? numberParty(e164, id) : numberCalled(tenant, e164)
    },
    endsHere: ({ id }, e164) => {
      const tenant = directory.tenant(id)
      return tenant !== undefined && endsHere(tenant, e164)
    },
    refuse: (call, { id }, refusal, exchange) => {
      const tenant = directory.tenant(id)
      const flow: CallFlow = () => Promise.resolve(refusal)
      return tenant === undefined ? flow(call, exchange) : tellingWhy(flow, { tenant, callerIs: 'outside', prompts })(call, exchange)
    },
    awaitsCallBack: ({ id }, e164) => awaitsCallBack(id, e164),
    toMailbox: (call, { id }, e164, from, exchange) => toMailbox(call, id, e164, from, exchange, pbx),
    callNumber: (call, { id }, e164, from, exchange, numbers, dialled) => {
      // A suspended customer is called back and nothing else.
      const tenant = directory.tenant(id) ?? (awaitsCallBack(id, e164) ? anyTenant(id) : undefined)
      if (tenant === undefined) return Promise.resolve(refused('not-found', 404))
      const context: CallContext = { tenant, ...namedByCompany(from, tenant, names), internal: false, forwards: [], dialled, exchange, pbx }
      // Others may ring on: who has called hears nothing of one that fails.
      if (numbers !== undefined) return callNumber(call, e164, { ...context, numbers })
      const flow: CallFlow = () => callNumber(call, e164, context)
      return tellingWhy(flow, { tenant, callerIs: 'outside', prompts })(call, exchange)
    },
  }
}

/** One after the other is told. */
function together(observers: readonly TalkObserver[]): TalkObserver {
  return {
    began: (...talk) => {
      for (const observer of observers) observer.began(...talk)
    },
    gathered: (...round) => {
      for (const observer of observers) observer.gathered(...round)
    },
  }
}
