import type { Flow } from '../transport/transport.ts'
import { isReliable } from './timers.ts'

/** What waits on a connection. */
export interface FlowUser {
  readonly flow: Flow
  flowClosed(): void
}

/** Finds the transactions that fail when a connection goes away. UDP flows do not go away and are not kept. */
export class FlowIndex {
  readonly #byFlow = new Map<string, Set<FlowUser>>()

  add(user: FlowUser): void {
    if (!isReliable(user.flow.protocol)) return
    const users = this.#byFlow.get(user.flow.id)
    if (users) users.add(user)
    else this.#byFlow.set(user.flow.id, new Set([user]))
  }

  delete(user: FlowUser): void {
    const users = this.#byFlow.get(user.flow.id)
    if (users?.delete(user) && users.size === 0) this.#byFlow.delete(user.flow.id)
  }

  flowClosed(flow: Flow): void {
    const users = this.#byFlow.get(flow.id)
    if (!users) return
    this.#byFlow.delete(flow.id)
    for (const user of users) user.flowClosed()
  }
}
