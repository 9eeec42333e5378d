import type { IncomingReferral, ReferralProgress, ReferTarget, Replaces } from '@klinke/sip'
import type { Placed } from '../exchange/calls.ts'
import { inviteOf } from '../transfer/on-behalf.ts'
import { type NotControlled, talkOf } from './controlled.ts'

/** Whom a party talks to is sent to a number, as by the transfer key of its phone. Settles when that is taken on, or cannot be done. */
export function sendTo(placed: Placed, dialled: string): Promise<NotControlled | undefined> {
  return refer(placed, dialled, undefined)
}

/** Whom a party talks to in two calls are connected, and the party leaves both. Settles when they are, or cannot be. */
export function connectCalls(placed: Placed, other: Placed): Promise<NotControlled | undefined> {
  const { callId, localTag, remoteTag } = other.leg.sip
  if (remoteTag === undefined || other.call === placed.call) return Promise.resolve('not-now')
  return refer(placed, other.leg.party.number, { callId, toTag: localTag, fromTag: remoteTag, earlyOnly: false, params: [] })
}

/** The REFER that the phone would have sent: the rest is what every transfer is. */
function refer(placed: Placed, dialled: string, replaces: Replaces | undefined): Promise<NotControlled | undefined> {
  const talk = talkOf(placed)
  if (typeof talk === 'string') return Promise.resolve(talk)
  const { promise, resolve } = Promise.withResolvers<NotControlled | undefined>()
  const { leg } = placed
  const flow = leg.dialog?.session.flow
  if (flow === undefined || leg.party.extensionId === undefined) return Promise.resolve('not-now')
  const request = inviteOf(leg, dialled)
  const target: ReferTarget = { uri: request.uri, displayName: undefined, method: 'INVITE', replaces, headers: [] }
  const ended = Promise.withResolvers<{ readonly by: 'subscriber' }>()
  const progress: ReferralProgress = {
    ended: ended.promise,
    tell: (status) => {
      if (status < 200) return
      resolve(status < 300 ? undefined : 'not-now')
      ended.resolve({ by: 'subscriber' })
    },
  }
  const referral: IncomingReferral = {
    ...{ request, flow, target, referredBy: undefined },
    accept: () => {
      if (replaces === undefined) resolve(undefined)
      return progress
    },
    reject: () => resolve('unreachable'),
  }
  talk.refer(leg, referral)
  return promise
}
