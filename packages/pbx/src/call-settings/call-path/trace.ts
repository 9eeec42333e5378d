import type { Extension } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'
import { isFiltered, type Secretariat } from '../../boss-secretary/rules.ts'
import { extensionById } from '../../calls/extension-targets.ts'
import type { CallDestination } from '../../destinations/destination.ts'
import { isFaxLine } from '../../fax/fax-call.ts'
import { loggedOffTo } from '../../hot-desking/logged-off-user.ts'
import { targetKey } from '../../internal-numbers/store.ts'
import type { PbxSnapshot } from '../../snapshot.ts'
import { extensionAt, extensionMeant } from '../extension-at.ts'
import { whyNotTo } from '../forward-call.ts'
import type { Forward } from '../guard.ts'
import type { CallSettings, Forwarding, ForwardWhen, RungParty } from '../settings.ts'
import { settingsOf } from '../settings-of.ts'
import { forwardingFor, holds, ringSecondsOf, type Situation, treatmentOf } from '../treatment.ts'
import type { Decider, PathEnd, PathNode, PathParty, Rings } from './path.ts'

/** A call that might come, and how extensions stand then. */
export interface Supposed {
  readonly tenant: PbxSnapshot
  readonly from: CallParty
  readonly internal: boolean
  readonly nowMs: number
  /** How many devices are registered for an extension. */
  readonly devicesOf: (extension: Extension) => number
  readonly isTalking: (extension: Extension) => boolean
  /** It is in as many calls as the product allows. */
  readonly isFull: (extension: Extension) => boolean
}

/** How the call has come to an extension. */
interface Way {
  readonly forwards: readonly Forward[]
  /** Whose secretaries have not answered. */
  readonly unansweredFor?: string
}

interface Callee {
  readonly extension: Extension
  readonly settings: CallSettings
  readonly situation: Situation
  readonly way: Way
}

/**
 * The way that such a call would take from an extension on: found by the decisions that calls are led by (`treatment.ts`, `guard.ts`), with both ways on where it
 * depends on who answers. Ends, since the guard lets a call be forwarded a limited number of times.
 */
export function callPath(extension: Extension, supposed: Supposed, way: Way = { forwards: [] }): PathNode {
  if (isFaxLine(extension, supposed)) return led({ kind: 'fax', targetId: extension.id }, supposed)
  const callee = calleeOf(extension, supposed, way)
  const by = deciderOf(extension)
  const treatment = treatmentOf(callee.settings, callee.situation)
  const secretariat = supposed.tenant.secretariats.get(extension.id)
  if (treatment.kind !== 'reject' && secretariat && isFiltered(supposed.tenant.secretariats, extension.id, { ...supposed, ...way })) {
    return secretaries(extension, secretariat, supposed, way)
  }
  switch (treatment.kind) {
    case 'reject':
      return { kind: 'rejected', by, why: treatment.why }
    case 'forward':
      return forwarded(callee, treatment.forwarding, supposed, () => ring(callee, supposed))
    case 'busy':
      return { kind: 'busy', by, why: treatment.why, next: instead(callee, 'busy', 'busy', supposed) }
    case 'ring':
      return ring(callee, supposed)
  }
}

function ring(callee: Callee, supposed: Supposed): PathNode {
  const { extension, settings, situation, way } = callee
  const by = deciderOf(extension)
  if (!situation.reachable) {
    const to = loggedOffTo(extension, { tenant: supposed.tenant, forwards: way.forwards })
    const next: PathNode =
      to === undefined
        ? { kind: 'ends', as: 'unreachable' }
        : { kind: 'forwarded', by, when: 'logged-off', to, next: destination(to, supposed, onward(callee, 'not-registered')) }
    return { kind: 'unreachable', by, next }
  }
  const parties = alsoRung(settings, supposed).flatMap((party) => partyOf(party, supposed))
  const follow = followers(settings).flatMap(({ party, seconds }) => partyOf(party, supposed).map((rung) => ({ party: rung, seconds })))
  const devices = supposed.devicesOf(extension)
  // Whoever would follow is not there either.
  if (devices === 0 && ![...parties, ...follow.map(({ party }) => party)].some(isRung)) {
    return { kind: 'unreachable', by, next: instead(callee, 'not-registered', 'unreachable', supposed) }
  }
  const rings: Omit<Rings, 'busy' | 'noAnswer'> = {
    ...{ kind: 'rings', by, devices, parties, follow },
    seconds: ringSecondsOf(settings, situation) ?? supposed.tenant.profile.ringTimeoutSeconds,
  }
  return {
    ...rings,
    busy: instead(callee, 'busy', 'busy', supposed),
    noAnswer: instead(callee, 'no-answer', 'no-answer', supposed),
  }
}

/** The forwarding for it, else the caller is told. */
function instead(callee: Callee, when: ForwardWhen, as: PathEnd, supposed: Supposed): PathNode {
  const forwarding = forwardingFor(when, callee.settings, callee.situation)
  const end: PathNode = { kind: 'ends', as }
  return forwarding === undefined ? end : forwarded(callee, forwarding, supposed, () => end)
}

function forwarded(callee: Callee, { to, when }: Forwarding, supposed: Supposed, otherwise: () => PathNode): PathNode {
  const { extension, way } = callee
  const by = deciderOf(extension)
  const why = whyNotTo(to, extension, { tenant: supposed.tenant, forwards: way.forwards }, 0)
  if (why !== undefined) return { kind: 'not-forwarded', by, when, why, next: otherwise() }
  return { kind: 'forwarded', by, when, to, next: destination(to, supposed, onward(callee, when)) }
}

function onward({ extension: { id, number }, way }: Callee, reason: ForwardWhen): Way {
  return { ...way, forwards: [...way.forwards, { extensionId: id, number, reason }] }
}

/** Another extension has settings of its own. */
function destination(to: CallDestination, supposed: Supposed, way: Way): PathNode {
  const id = extensionMeant(to, supposed.tenant)
  const extension = id === undefined ? undefined : extensionById(supposed.tenant, id)
  return extension === undefined ? led(to, supposed) : callPath(extension, supposed, way)
}

function led(to: CallDestination, { tenant }: Supposed): PathNode {
  const target = 'targetId' in to ? tenant.internalNumbers.targets.get(targetKey(to.kind, to.targetId)) : undefined
  return { kind: 'led', to, name: target?.name, number: to.kind === 'external' ? to.number : target?.number }
}

function secretaries(boss: Extension, { secretaries: ids, settings }: Secretariat, supposed: Supposed, way: Way): PathNode {
  const { whenAbsent, ringSeconds: seconds } = settings
  const sent: Way = { ...way, forwards: [...way.forwards, { extensionId: boss.id, number: boss.number, reason: 'always' }] }
  const next = (): PathNode => {
    if (whenAbsent === null) return { kind: 'ends', as: 'no-answer' }
    if (whenAbsent.kind === 'boss') return callPath(boss, supposed, { ...way, unansweredFor: boss.id })
    return destination(whenAbsent, supposed, sent)
  }
  const parties = ids.flatMap((targetId) => partyOf({ kind: 'extension', targetId }, supposed))
  return { kind: 'secretaries', by: deciderOf(boss), parties, seconds, next: next() }
}

function calleeOf(extension: Extension, supposed: Supposed, way: Way): Callee {
  const { tenant, from, internal, nowMs } = supposed
  const settings = settingsOf(tenant, extension.id)
  const beside = alsoRung(settings, supposed).some((party) => partyOf(party, supposed).some(isRung))
  const situation: Situation = {
    ...{ callerNumber: from.number, internal, nowMs, schedules: tenant.schedules },
    reachable: followers(settings).length > 0 || beside || supposed.devicesOf(extension) > 0,
    talking: supposed.isTalking(extension),
    full: supposed.isFull(extension),
  }
  return { extension, settings, situation, way }
}

function alsoRung({ alsoRing }: CallSettings, { tenant: { schedules }, nowMs }: Supposed): readonly RungParty[] {
  return alsoRing.active && holds(alsoRing.during, { schedules, nowMs }) ? alsoRing.parties : []
}

function followers({ followMe }: CallSettings): CallSettings['followMe']['steps'] {
  return followMe.active ? followMe.steps : []
}

function isRung(party: PathParty): boolean {
  return party.kind === 'external' || party.devices > 0
}

/** Empty for an extension that is gone. */
function partyOf(party: RungParty, supposed: Supposed): readonly PathParty[] {
  const { tenant, devicesOf } = supposed
  const extension = party.kind === 'external' ? extensionAt(party.number, tenant) : extensionById(tenant, party.targetId)
  if (extension !== undefined) {
    const { id: targetId, number, name } = extension
    return [{ kind: 'extension', targetId, number, name, devices: devicesOf(extension) }]
  }
  return party.kind === 'external' ? [{ kind: 'external', number: party.number, confirm: party.confirm }] : []
}

function deciderOf({ id, number, name }: Extension): Decider {
  return { extensionId: id, number, name }
}
