import type { Answer, Body, Entry } from '../../../api/operation.ts'

/** A call flow as the API gives it. */
export type Flow = Answer<'GET /flows/{flowId}'>
export type FlowGraph = Flow['draft']
export type FlowBlock = FlowGraph['blocks'][number]
export type BlockKind = FlowBlock['kind']
export type BlockOf<Kind extends BlockKind> = Extract<FlowBlock, { readonly kind: Kind }>
export type FlowExample = Flow['examples'][number]
export type FlowProblem = Flow['problems'][number]
export type FlowVersion = Entry<'GET /flows/{flowId}/versions'>
export type Simulation = Answer<'POST /flows/{flowId}/simulate'>
export type SimulatedCall = Body<'POST /flows/{flowId}/simulate'>['call']

/** Where a block stands, in pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

export type Layout = Readonly<Record<string, Place>>

/** All that is drawn: it is changed, undone and stored as one. */
export interface Draft {
  readonly graph: FlowGraph
  readonly layout: Layout
  readonly examples: readonly FlowExample[]
}

/** Blocks in one flow, as the server allows. */
export const MAX_BLOCKS = 200

/** Whether calls would go another way once the draft is published. */
export function differsFromPublished({ draft, published }: Pick<Flow, 'draft' | 'published'>): boolean {
  return JSON.stringify(draft) !== JSON.stringify(published)
}
