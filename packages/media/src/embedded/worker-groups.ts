/** Which worker serves a group of sessions: one and the same for as long as any of them is open. */
export class WorkerGroups<W> {
  readonly #groups = new Map<string, { readonly worker: W; sessions: number }>()

  /** Undefined while no session of the group is open. */
  workerOf(group: string): W | undefined {
    return this.#groups.get(group)?.worker
  }

  /** A session of the group was opened on `worker`. */
  enter(group: string, worker: W): void {
    const known = this.#groups.get(group)
    if (known?.worker === worker) known.sessions++
    else this.#groups.set(group, { worker, sessions: 1 })
  }

  /** A session of the group on `worker` was closed. */
  leave(group: string, worker: W): void {
    const known = this.#groups.get(group)
    if (known?.worker !== worker) return
    known.sessions--
    if (known.sessions === 0) this.#groups.delete(group)
  }

  /** The worker has died: its groups begin anew on others. */
  forget(worker: W): void {
    for (const [group, known] of this.#groups) if (known.worker === worker) this.#groups.delete(group)
  }
}
