/** Rows that have changed of what one picture is made of: their keys by table. Undefined keys: somewhere in that table. */
export type ChangedRows = ReadonlyMap<string, ReadonlySet<string> | undefined>

/** More rows of one picture at a time, and it is loaded whole. */
const MAX_ROWS = 200

/** What has changed since it was last taken, by the id of the picture. */
export class Changes {
  readonly #byId = new Map<string, Rows>()

  get size(): number {
    return this.#byId.size
  }

  /** `notified`: the id of what has changed, and, where that is known, table and key of the row (migration 0133). */
  add(notified: string): void {
    const [id = '', table, key] = notified.split(' ')
    const rows = this.#byId.get(id) ?? new Rows()
    rows.add(table, key)
    this.#byId.set(id, rows)
  }

  /** All of it by id; undefined: everything of that id. */
  take(): ReadonlyMap<string, ChangedRows | undefined> {
    const taken = new Map([...this.#byId].map(([id, rows]) => [id, rows.changed]))
    this.#byId.clear()
    return taken
  }
}

class Rows {
  readonly #tables = new Map<string, Set<string> | undefined>()
  #count = 0
  #everything = false

  get changed(): ChangedRows | undefined {
    return this.#everything ? undefined : this.#tables
  }

  add(table: string | undefined, key: string | undefined): void {
    if (table === undefined || ++this.#count > MAX_ROWS) this.#everything = true
    if (this.#everything || table === undefined) return
    const keys = this.#tables.has(table) ? this.#tables.get(table) : new Set<string>()
    this.#tables.set(table, key === undefined ? undefined : keys?.add(key))
  }
}
