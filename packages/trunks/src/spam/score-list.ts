import { type PrefixTable, prefixMatches, prefixTable } from '../barring/prefix-table.ts'
import type { CallerScore, CallerScores } from './spam-rules.ts'

/** An entry of the operator's list. */
export interface ScoredPrefix extends CallerScore {
  /** Of numbers, E.164 with `+`. */
  readonly prefix: string
  readonly validFromMs: number | undefined
  readonly validUntilMs: number | undefined
}

/** The operator's list, as calls read it: of the entries that hold now the longest prefix counts. */
export class ScoreList implements CallerScores {
  readonly #table: () => PrefixTable<ScoredPrefix>

  /** `table`: asked with each call, as the list may have been replaced. */
  constructor(table: () => PrefixTable<ScoredPrefix>) {
    this.#table = table
  }

  scoreOf(number: string, atMs: number): CallerScore | undefined {
    for (const { value } of prefixMatches(this.#table(), number.slice(1))) if (holds(value, atMs)) return value
    return undefined
  }
}

export function scoreTable(entries: Iterable<ScoredPrefix>): PrefixTable<ScoredPrefix> {
  return prefixTable(Iterator.from(entries).map((entry) => [entry.prefix.slice(1), entry] as const))
}

function holds({ validFromMs = 0, validUntilMs = Number.POSITIVE_INFINITY }: ScoredPrefix, atMs: number): boolean {
  return validFromMs <= atMs && atMs < validUntilMs
}
