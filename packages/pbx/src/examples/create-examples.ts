import type { Tx } from '@klinke/platform'
import { insertRoom } from '../conferences/store.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { flowGraph } from '../flows/blocks.ts'
import { publishFlow } from '../flows/publish.ts'
import { flowExamples } from '../flows/simulator/examples.ts'
import { insertFlow } from '../flows/store.ts'
import { leadNumber } from '../numbers/store.ts'
import { QUEUE_RULES } from '../queues/rules.ts'
import { GROUP_RULES } from '../ring-groups/rules.ts'
import { insertTeam } from '../teams/store.ts'
import type { TeamMember } from '../teams/team.ts'
import { changeMailbox } from '../voicemail/store.ts'

/** Internal numbers of the examples. */
export const EXAMPLE_NUMBERS = { group: '300', queue: '301', flow: '302', room: '303' } as const

/** Whose examples they are: ids of extensions. */
export interface ExampleCustomer {
  readonly tenantId: string
  readonly reception: string
  readonly group: readonly string[]
  readonly agents: readonly string[]
  readonly mailbox: string
  /** Public numbers of the flow and of the conference room; undefined: they have none. */
  readonly flowNumber: string | undefined
  readonly roomNumber: string | undefined
}

/** One of each, so that a new customer can try what there is: a ring group, a queue, a conference room, a mailbox, and a flow that leads to all of them. */
export async function createExamples(tx: Tx, customer: ExampleCustomer): Promise<void> {
  const { tenantId, reception, flowNumber, roomNumber } = customer
  const group = await insertTeam(tx, GROUP_RULES, {
    ...{ tenantId, name: 'Beispielgruppe', number: EXAMPLE_NUMBERS.group, settings: GROUP_RULES.settings.parse({ ringSeconds: 20 }) },
    members: customer.group.map(member),
  })
  const queue = await insertTeam(tx, QUEUE_RULES, {
    ...{ tenantId, name: 'Beispiel-Warteschlange', number: EXAMPLE_NUMBERS.queue, settings: QUEUE_RULES.settings.parse({}) },
    members: customer.agents.map(member),
  })
  const room = await insertRoom(tx, {
    ...{ tenantId, name: 'Beispielkonferenz', number: EXAMPLE_NUMBERS.room, participantPin: undefined, moderatorPin: undefined },
    ...{ maxMembers: 20, waitForModerator: false, whenModeratorLeaves: 'goes-on', entryTones: true },
    ...{ announceCount: true, announceNames: false },
  })
  const box = await changeMailbox(tx, customer.mailbox, (before) => before)
  if (box === undefined) return
  const flow = await exampleFlow(tx, tenantId, [
    ['0', 'empfang', { kind: 'extension', targetId: reception }],
    ['1', 'rufgruppe', { kind: 'group', targetId: group.id }],
    ['2', 'warteschlange', { kind: 'queue', targetId: queue.id }],
    ['3', 'konferenz', { kind: 'conference', targetId: room.id }],
    ['4', 'mailbox', { kind: 'voicemail', targetId: box.id }],
  ])
  if (flowNumber !== undefined) await leadNumber(tx, flowNumber, { kind: 'flow', targetId: flow })
  if (roomNumber !== undefined) await leadNumber(tx, roomNumber, { kind: 'conference', targetId: room.id })
}

type Key = readonly [key: string, block: string, to: CallDestination]

async function exampleFlow(tx: Tx, tenantId: string, keys: readonly Key[]): Promise<string> {
  const menu = {
    ...{ id: 'auswahl', kind: 'menu', prompt: 'example-menu', timedOut: 'empfang', invalid: 'empfang' },
    keys: { ...Object.fromEntries(keys.map(([key, block]) => [key, block])), '5': 'namenwahl' },
  }
  const destinations = keys.map(([, id, to]) => ({ id, kind: 'destination', to }))
  const byName = { id: 'namenwahl', kind: 'dial-by-name', prompt: 'dial-by-name', otherwise: 'auswahl' }
  const examples = keys.map(([key, id, to]) => ({
    name: id,
    call: { caller: '+4930123456', at: '2026-01-05T10:00:00+01:00', keys: [key] },
    expected: { end: 'led', to },
  }))
  const flow = await insertFlow(tx, tenantId, {
    ...{ name: 'Beispielablauf', number: EXAMPLE_NUMBERS.flow, layout: {} },
    draft: flowGraph.parse({ start: 'auswahl', blocks: [menu, ...destinations, byName] }),
    examples: flowExamples.parse(examples),
  })
  await publishFlow(tx, flow, 'Beispiel')
  return flow.id
}

function member(extensionId: string): TeamMember {
  return { extensionId, signedIn: true, paused: false }
}
