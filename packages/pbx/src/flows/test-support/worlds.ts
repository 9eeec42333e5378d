import type { Schedule } from '../../schedules/schedule.ts'
import { type FlowBlock, flowGraph } from '../blocks.ts'
import type { Flow, FlowWorld } from '../interpreter/machine.ts'
import type { Person } from '../t9.ts'

export const ANNA: Person = { id: '00000000-0000-7000-8000-00000000000a', name: 'Anna Müller', number: '10' }
export const BEA: Person = { id: '00000000-0000-7000-8000-00000000000b', name: 'Bea Sommer', number: '11' }
export const MAX: Person = { id: '00000000-0000-7000-8000-00000000000c', name: 'Max Mutter', number: '12' }

/** Monday to Friday from nine to five in Berlin, closed on holidays of North Rhine-Westphalia. */
export const OFFICE: Schedule = {
  id: '00000000-0000-7000-8000-0000000000aa',
  name: 'Büro',
  timeZone: 'Europe/Berlin',
  week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
  holidays: { land: 'NW', local: [], hours: [] },
  specialDays: [],
}
export const OFFICE_REF = { kind: 'schedule', targetId: OFFICE.id }

/** A flow of these blocks, beginning with the first. */
export function flowOf(id: string, ...blocks: readonly ({ readonly id: string; readonly kind: string } & Record<string, unknown>)[]): Flow {
  return { id, name: id, graph: flowGraph.parse({ start: blocks[0]?.id, blocks }) }
}

export function worldOf(...flows: readonly Flow[]): FlowWorld {
  return {
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    schedules: new Map([[OFFICE.id, OFFICE]]),
    people: [ANNA, BEA, MAX],
    timeZone: 'Europe/Berlin',
  }
}

export function toExtension({ id }: Person) {
  return { kind: 'extension', targetId: id } as const
}

/** The same for the PBX on paper, whose extensions have ids such as `acme-11`. */
export function paperFlow(...[id, ...blocks]: Parameters<typeof flowOf>): Flow {
  const real: unknown = JSON.parse(JSON.stringify(blocks).replaceAll(/acme-(\d\d)/g, '00000000-0000-7000-8000-0000000000$1'))
  const graph = flowGraph.parse({ start: blocks[0]?.id, blocks: real })
  return { id, name: id, graph: { ...graph, blocks: graph.blocks.map(onPaper) } }
}

function onPaper(block: FlowBlock): FlowBlock {
  switch (block.kind) {
    case 'destination':
      return 'targetId' in block.to ? { ...block, to: { ...block.to, targetId: paperId(block.to.targetId) } } : block
    case 'number-pin':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, to: { ...entry.to, targetId: paperId(entry.to.targetId) } })) }
    default:
      return block
  }
}

function paperId(targetId: string): string {
  return `acme-${targetId.slice(-2)}`
}
