import type { DialogChange, DialogOwner } from '@klinke/calls'
import type { NotifierSubscription, NotifyContent } from '@klinke/sip'
import type { Watching } from '../events/watch-service.ts'
import { DIALOG_INFO, type DialogInfo, dialogInfo } from './dialog-info.ts'

/** The dialogs of one extension that are not over, by the Call-ID of its phone, and who watches them. */
export class WatchedExtension {
  readonly owner: DialogOwner
  readonly dialogs = new Map<string, DialogChange>()
  readonly lamps = new Set<Lamp>()

  constructor(owner: DialogOwner) {
    this.owner = owner
  }

  /** How all its dialogs stand. */
  stands(dialogs: readonly DialogChange[]): void {
    this.dialogs.clear()
    for (const dialog of dialogs) this.dialogs.set(dialog.sip.callId, dialog)
  }

  /** Takes a change and tells everybody who watches. */
  changed(change: DialogChange): void {
    const { callId } = change.sip
    if (change.state === 'terminated') this.dialogs.delete(callId)
    else this.dialogs.set(callId, change)
    for (const lamp of this.lamps) lamp.changed(change)
  }
}

/** One subscription to an extension. The first document and those after a refresh are full, all others tell what has changed. */
export class Lamp implements Watching {
  readonly #of: WatchedExtension
  readonly #entity: DialogInfo['entity']
  readonly #pending = new Map<string, DialogChange>()
  readonly #out: () => void
  #version = 0
  #full = true
  #subscription: NotifierSubscription | undefined

  /** `out`: it watches no more. */
  constructor(of: WatchedExtension, entity: DialogInfo['entity'], out: () => void) {
    this.#of = of
    this.#entity = entity
    this.#out = out
  }

  toldBy(subscription: NotifierSubscription): void {
    this.#subscription = subscription
  }

  over(): void {
    this.#of.lamps.delete(this)
    this.#out()
  }

  changed(change: DialogChange): void {
    this.#pending.set(change.sip.callId, change)
    this.#subscription?.changed()
  }

  /** Everything is to be told again. */
  refresh(): void {
    this.#full = true
    this.#subscription?.changed()
  }

  content(): NotifyContent {
    const full = this.#full || this.#pending.size === 0
    const dialogs = full ? this.#of.dialogs.values() : [...this.#pending.values()]
    const state = full ? 'full' : 'partial'
    const body = dialogInfo({ entity: this.#entity, version: this.#version++, state, dialogs })
    this.#full = false
    this.#pending.clear()
    return { body, contentType: DIALOG_INFO }
  }
}
