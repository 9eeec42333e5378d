/** What the processes of the media service benchmarks tell each other over Node's IPC. */

/** Telephones by their ports; each takes part in what the engine is asked for. */
export type EngineOrder =
  /** All in one conference. */
  | { readonly kind: 'room'; readonly ports: readonly number[] }
  /** Each hears the same file, for ever. */
  | { readonly kind: 'players'; readonly ports: readonly number[]; readonly file: string }
  /** The first speaks G.722 with the second, who speaks G.711, and so on. */
  | { readonly kind: 'transcode'; readonly ports: readonly number[] }

/** The engine's port for each telephone. */
export type EngineReply = readonly number[]

/** What a telephone sends: `A` A-law, `G722`, nothing. */
export type Spoken = 'A' | 'G722' | 'nothing'

export type PhonesOrder =
  /** Open the sockets of so many telephones; answered by their ports. */
  | { readonly kind: 'open'; readonly count: number }
  /** Each telephone sends its own tone to its target; answered by `PhonesResult`. */
  | {
      readonly kind: 'run'
      readonly targets: readonly number[]
      /** By telephone, over and over. */
      readonly speaks: readonly Spoken[]
      readonly durationMs: number
      /** Look whether each telephone hears the tones of all others, and not its own. */
      readonly listens: boolean
    }

export interface PhonesResult {
  readonly packetsReceived: number
  /** What 50 packets a second to each telephone would be. */
  readonly packetsExpected: number
  /** Lateness against the even beat of each telephone's own stream: 99 of 100 packets, and the worst. */
  readonly lateP99Ms: number
  readonly lateWorstMs: number
  /** Pairs of telephones of which the first hears the second at a wrong level, or itself. */
  readonly wronglyHeard: number
  /** How far this program itself fell behind its schedule. */
  readonly ownLatenessMs: number
}
