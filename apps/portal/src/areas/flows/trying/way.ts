import { exitsOf } from '../graph/exits.ts'
import type { FlowExample, FlowGraph, SimulatedCall, Simulation } from '../graph/flow.ts'

/** The blocks of a way through one flow, each once for a stay. */
export function blocksOf({ path }: Simulation, flowId: string): readonly string[] {
  const own = path.filter((step) => step.flowId === flowId && step.block !== '').map(({ block }) => block)
  return own.filter((block, index) => block !== own[index - 1])
}

/** What a call has gone through up to a step: blocks, and exits as `block:exit`. */
export function passedUntil(simulation: Simulation, flowId: string, step: number, { blocks }: FlowGraph): ReadonlySet<string> {
  const way = blocksOf({ ...simulation, path: simulation.path.slice(0, step + 1) }, flowId)
  const exits = way.slice(1).flatMap((to, index) => {
    const from = blocks.find(({ id }) => id === way[index])
    const exit = from && exitsOf(from).find((each) => each.to === to && isLikely(each.name, from.id, simulation))
    return from && exit ? [`${from.id}:${exit.name}`] : []
  })
  return new Set([...(way.length > 0 ? ['$start:start'] : []), ...way, ...exits])
}

/** Of several keys that lead to the same block, the one that was pressed. */
function isLikely(exit: string, block: string, { path }: Simulation): boolean {
  if (!exit.startsWith('keys.')) return true
  const said = path.filter((step) => step.block === block && step.what === 'pressed').map(({ text }) => text.en)
  return said.some((text) => text.includes(` ${exit.slice('keys.'.length)}`))
}

/** Keys as they are written: one entry per question, `-` where nothing is pressed. */
export function keysOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => (each === '-' ? '' : each))
}

export function areKeys(text: string): boolean {
  return keysOf(text).every((keys) => /^[0-9*#]{0,32}$/.test(keys))
}

/** An example that expects what a tried call came to. */
export function exampleOf(name: string, call: SimulatedCall, simulation: Simulation): FlowExample {
  const { kind, to } = simulation.end
  return {
    name,
    call: {
      caller: call.caller,
      internal: call.internal ?? false,
      called: call.called ?? '',
      at: call.at,
      keys: call.keys ?? [],
      lookups: call.lookups ?? {},
      refused: call.refused ?? {},
      ...(call.agents === undefined ? {} : { agents: call.agents }),
    },
    expected: { end: kind, ...(to === undefined ? {} : { to }) },
  }
}

/** A day and time as a browser's field writes them, in its own time zone. */
export function localTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
