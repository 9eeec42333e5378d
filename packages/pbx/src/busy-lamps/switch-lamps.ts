import type { Subscriber } from '@klinke/calls'
import type { NotifierSubscription, NotifyContent } from '@klinke/sip'
import { numberParty } from '../calls/parties.ts'
import type { Watching } from '../events/watch-service.ts'
import { CodeIndex } from '../feature-codes/code-index.ts'
import type { Feature } from '../feature-codes/feature.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { DIALOG_INFO, dialogInfo, type ShownDialog } from './dialog-info.ts'

/** Lamps of keys that dial a code: lit while what the code switches is on. Phones watch the code like an extension. */
export class SwitchLamps {
  readonly #directory: PbxDirectory
  readonly #features: () => readonly Feature[]
  #codes: CodeIndex | undefined
  /** By tenant id. */
  readonly #lamps = new Map<string, Set<SwitchLamp>>()

  /** `features` is asked when the first lamp is lit. */
  constructor(directory: PbxDirectory, features: () => readonly Feature[]) {
    this.#directory = directory
    this.#features = features
  }

  /** The lamp of a code, as the one who watches it would dial it; `undefined` of a code that switches nothing. */
  find(dialled: string, by: Subscriber): (() => Watching) | undefined {
    const tenant = this.#directory.tenant(by.tenantId)
    const isOn = tenant && this.#state(dialled, by, tenant)
    if (tenant === undefined || isOn === undefined) return undefined
    return () => this.#light({ number: dialled, domain: tenant.sipDomain.toLowerCase() }, by, isOn)
  }

  /** The configuration of a tenant has become another one. */
  replaced(now: PbxSnapshot | undefined): void {
    for (const lamp of (now && this.#lamps.get(now.id)) ?? []) if (now) lamp.shows(this.#state(lamp.entity.number, lamp.by, now) ?? false)
  }

  #light(entity: SwitchLamp['entity'], by: Subscriber, isOn: boolean): SwitchLamp {
    const lamps = this.#lamps.get(by.tenantId) ?? new Set()
    const lamp = new SwitchLamp(entity, by, isOn, () => {
      lamps.delete(lamp)
      if (lamps.size === 0) this.#lamps.delete(by.tenantId)
    })
    this.#lamps.set(by.tenantId, lamps.add(lamp))
    return lamp
  }

  #state(dialled: string, by: Subscriber, tenant: PbxSnapshot): boolean | undefined {
    this.#codes ??= new CodeIndex(this.#features())
    const match = this.#codes.match(dialled, tenant.featureCodes)
    const extension = tenant.extensions.get(by.extensionNumber)
    if (match?.feature.when !== 'dialled' || extension === undefined) return undefined
    return match.feature.lamp?.(match.rest, { tenant, extension })
  }
}

/** One subscription to a code. Each document is a full one. */
class SwitchLamp implements Watching {
  readonly entity: { readonly number: string; readonly domain: string }
  readonly by: Subscriber
  readonly #out: () => void
  #isOn: boolean
  #version = 0
  #subscription: NotifierSubscription | undefined

  constructor(entity: SwitchLamp['entity'], by: Subscriber, isOn: boolean, out: () => void) {
    this.entity = entity
    this.by = by
    this.#isOn = isOn
    this.#out = out
  }

  toldBy(subscription: NotifierSubscription): void {
    this.#subscription = subscription
  }

  over(): void {
    this.#out()
  }

  shows(isOn: boolean): void {
    if (this.#isOn === isOn) return
    this.#isOn = isOn
    this.#subscription?.changed()
  }

  content(): NotifyContent {
    const body = dialogInfo({ entity: this.entity, version: this.#version++, state: 'full', dialogs: this.#isOn ? [this.#dialog] : [] })
    return { body, contentType: DIALOG_INFO }
  }

  /** What is on looks like a conversation: that is what lamps show. */
  get #dialog(): ShownDialog {
    const { number } = this.entity
    const sip = { callId: `switch-${number}`, localTag: undefined, remoteTag: 'on' }
    return { sip, direction: 'initiator', state: 'confirmed', local: numberParty(number), remote: undefined }
  }
}
