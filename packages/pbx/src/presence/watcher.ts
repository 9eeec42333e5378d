import type { DialogChange } from '@klinke/calls'
import type { NotifierSubscription, NotifyContent } from '@klinke/sip'
import type { WatchedEntity, Watching } from '../events/watch-service.ts'
import { PIDF } from './pidf.ts'

/** An extension that is watched: in which dialogs it talks, and who wants to know. */
export class WatchedPresence {
  readonly entity: WatchedEntity
  readonly watchers = new Set<Watcher>()
  readonly #talking = new Set<string>()

  constructor(entity: WatchedEntity) {
    this.entity = entity
  }

  get isTalking(): boolean {
    return this.#talking.size > 0
  }

  /** How all its dialogs stand. */
  stands(dialogs: readonly DialogChange[]): void {
    this.#talking.clear()
    for (const { dialogId, state } of dialogs) if (state === 'confirmed') this.#talking.add(dialogId)
  }

  talks({ dialogId, state }: DialogChange): void {
    if (state === 'confirmed') this.#talking.add(dialogId)
    else this.#talking.delete(dialogId)
    this.changed()
  }

  changed(): void {
    for (const watcher of this.watchers) watcher.changed()
  }
}

/** One subscription to an extension's presence: told only what it has not been told. */
export class Watcher implements Watching {
  readonly over: () => void
  readonly #document: () => string
  #told = ''
  #subscription: NotifierSubscription | undefined

  constructor(document: () => string, over: () => void) {
    this.#document = document
    this.over = over
  }

  content(): NotifyContent {
    this.#told = this.#document()
    return { body: this.#told, contentType: PIDF }
  }

  toldBy(subscription: NotifierSubscription): void {
    this.#subscription = subscription
  }

  changed(): void {
    if (this.#document() !== this.#told) this.#subscription?.changed()
  }
}
