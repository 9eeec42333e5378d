import type { Figure } from './figure.ts'

export type Log = (line: string) => void

/** One benchmark of the table. Parts run one after the other, alone on the machine. */
export interface Part {
  /** What `npm run bench -- <name>` calls it. */
  readonly name: string
  run(log: Log): Promise<readonly Figure[]>
}
