/**
 * What a transaction machine (RFC 3261 §17) is made of. A machine is a table: for each state the events that
 * mean something there. `step` is total: an event without an edge leaves the state and asks for nothing.
 */
export type Transition<State extends string, Effect extends string> = readonly [state: State, effects: readonly Effect[]]

export type Edges<State extends string, Event extends string, Effect extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, Transition<State, Effect>>>>>
>

export interface Machine<State extends string, Event extends string, Effect extends string> {
  readonly name: string
  /** Where the machine is specified. */
  readonly source: string
  readonly initial: State
  readonly edges: Edges<State, Event, Effect>
  readonly events: readonly Event[]
  step(state: State, event: Event): Transition<State, Effect>
}

/** Completes the edges to a total step function. The transitions are made once, so that a step allocates nothing. */
export function machine<State extends string, Event extends string, Effect extends string>(
  description: Omit<Machine<State, Event, Effect>, 'step'>,
): Machine<State, Event, Effect> {
  const total = new Map<State, Map<Event, Transition<State, Effect>>>()
  for (const state of statesOf(description.edges)) {
    const stay: Transition<State, Effect> = [state, []]
    total.set(state, new Map(description.events.map((event) => [event, description.edges[state][event] ?? stay])))
  }
  const step = (state: State, event: Event): Transition<State, Effect> => total.get(state)?.get(event) ?? [state, []]
  return { ...description, step }
}

/** The states of a machine in the order in which they are written. */
export function statesOf<State extends string>(edges: Readonly<Record<State, unknown>>): readonly State[] {
  return Object.keys(edges) as State[]
}
