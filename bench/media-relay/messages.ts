/** What the benchmark's processes tell each other over Node's IPC. Ports come in pairs: one for each party of a call. */
export type PortPair = readonly [a: number, b: number]

export type GeneratorOrder =
  /** Open this many calls' sockets; answered by `ports`. */
  | { readonly kind: 'open'; readonly calls: number }
  /** Send from each socket to its target for `durationMs`, then tell `result`. */
  | { readonly kind: 'run'; readonly targets: readonly PortPair[]; readonly durationMs: number; readonly warmUpMs: number }

export type GeneratorReply =
  | { readonly kind: 'ports'; readonly ports: readonly PortPair[] }
  | { readonly kind: 'result'; readonly result: GeneratorResult }

export interface GeneratorResult {
  readonly packetsSent: number
  readonly packetsReceived: number
  /** How far the generator itself fell behind: much more than a frame and the other figures mean little. */
  readonly worstLatenessMs: number
  readonly p50Ms: number
  readonly p99Ms: number
}
