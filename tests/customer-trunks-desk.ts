/** Customers' own PBXs in tests: trunks that are sold, and sipp or baresip behind them. */
import assert from 'node:assert/strict'
import { Baresip, type ExpectedTone, type RunningProduct, register, Sipp, type SippOptions } from '@klinke/testbed'
import { extensionOf } from './call-settings-support.ts'

/** A login of a trunk. */
export interface Account {
  readonly loginId: string
  readonly username: string
  readonly password: string
  readonly domain: string
}

export interface SoldTrunk {
  readonly id: string
  readonly accounts: readonly Account[]
}

/** Sells the demo customer a trunk with a new block of ten, or with a single number. */
export async function sellTrunk(product: RunningProduct, first: string, trunk: object, size = 10): Promise<SoldTrunk> {
  const { tenantId } = await extensionOf(product, '10')
  await posted(product, '/numbers', size === 1 ? { tenantId, first } : { tenantId, first, size })
  return (await posted(product, '/customer-trunks', {
    tenantId,
    name: `Trunk ${first}`,
    channels: 10,
    ranges: [first],
    ...trunk,
  })) as SoldTrunk
}

async function posted(product: RunningProduct, path: string, body: object): Promise<unknown> {
  const response = await product.request('POST', path, body)
  assert.equal(response.status, 201, await response.clone().text())
  return response.json()
}

/** The nth number of a block. */
export function numberIn(first: string, index: number): string {
  return `+${BigInt(first.slice(1)) + BigInt(index)}`
}

export function firstAccount({ accounts: [account] }: SoldTrunk): Account {
  assert.ok(account)
  return account
}

export interface PbxParty extends Omit<SippOptions, 'remote' | 'variables'> {
  readonly account: Account
  /** In From; default the user name of the login. */
  readonly from?: string
  /** Whom it calls. */
  readonly peer?: string
}

/** A sipp as the customer's PBX that calls, proven by the trunk's login. */
export function pbxCalls(product: RunningProduct, { account, from, peer = 'unused', ...options }: PbxParty): Promise<Sipp> {
  const { username, password, domain } = account
  const credentials = ['-au', username, '-ap', password, '-auth_uri', `${peer}@${domain}`]
  return Sipp.start({
    ...options,
    remote: product.sip(),
    variables: { user: from ?? username, peer, domain },
    arguments: [...(options.arguments ?? []), ...credentials],
  })
}

/** A sipp that is registered as the customer's PBX and waits for calls. */
export async function pbxCalled(product: RunningProduct, { account, ...options }: PbxParty): Promise<Sipp> {
  const { username, password, domain } = account
  const registered = async (expiresSeconds: number, at: { readonly localPort?: number } = {}): Promise<number> => {
    await using registration = await Sipp.start({
      ...{ ...at, scenario: register(expiresSeconds), remote: product.sip() },
      variables: { user: username, peer: 'unused', domain },
      arguments: ['-au', username, '-ap', password, '-auth_uri', domain],
    })
    await registration.succeeded(20_000)
    return registration.port
  }
  const localPort = await registered(600)
  const afterwards = async (): Promise<void> => void (await registered(0, { localPort }))
  return Sipp.start({ ...options, localPort, variables: { user: username, peer: 'unused', domain }, afterwards })
}

/** A baresip as the customer's PBX, registered by the trunk's login. */
export function pbxPhone(product: RunningProduct, { username, password, domain }: Account, tone: ExpectedTone): Promise<Baresip> {
  return Baresip.start({ username, password, domain, server: product.sip(), tone, keepsMessages: true })
}
