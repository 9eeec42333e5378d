/** A customer's PBX that is called over TLS, as Microsoft's servers are. */
import assert from 'node:assert/strict'
import { type ServerIdentity, selfSigned } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import { eventually, type RunningProduct, ScriptedPhone, TlsHost } from '@klinke/testbed'
import { numberIn, sellTrunk } from './customer-trunks-desk.ts'

/** By which a PBX on this machine proves itself, over the address that trunks have for it. */
export function pbxIdentity(): Promise<ServerIdentity> {
  return selfSigned(['127.0.0.1'], Date.now())
}

export interface TlsPbxOptions {
  readonly identity: ServerIdentity
  /** First number of its block of ten; it calls by the second. */
  readonly block: string
  /** Of the trunk, beside its place. */
  readonly trunk: object
  /** Where its media is. */
  readonly mediaPort: number
}

export interface TlsPbx extends AsyncDisposable {
  readonly host: TlsHost
  /** It answers at once. */
  readonly sip: ScriptedPhone
  readonly trunkId: string
  /** The OPTIONS by which it was asked first. */
  asked(): Promise<string>
}

/** Sells a trunk to a PBX that answers at once; afterwards the trunk is inactive. */
export async function tlsPbx(product: RunningProduct, { identity, block, trunk, mediaPort }: TlsPbxOptions): Promise<TlsPbx> {
  const host = await TlsHost.listen({ ...identity, mediaPort })
  const server = { protocol: 'TLS', remote: product.sip('TLS') } as const
  const account = { username: numberIn(block, 1), password: '', domain: product.demo.sip.domain, server }
  const sip = new ScriptedPhone(host, systemClock(), systemRandom(), account, { kind: 'answer', afterMs: 0 })
  const places = [{ host: host.address, port: host.port }]
  const { id: trunkId } = await sellTrunk(product, block, {
    signalling: 'microsoft',
    headNumber: block,
    ...trunk,
    access: 'fixed-ip',
    places,
  })
  const dispose = async (): Promise<void> => {
    assert.equal((await product.request('PATCH', `/customer-trunks/${trunkId}`, { active: false })).status, 200)
    sip.close()
    await host[Symbol.asyncDispose]()
  }
  const asked = (): Promise<string> => eventually('OPTIONS to the PBX', () => host.received[0])
  return { host, sip, trunkId, asked, [Symbol.asyncDispose]: dispose }
}
