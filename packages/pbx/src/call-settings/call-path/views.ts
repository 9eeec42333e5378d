import { z } from 'zod'
import { callDestination } from '../../destinations/destination.ts'
import type { Decider, PathNode } from './path.ts'

const decider = z
  .object({ extensionId: z.uuid(), number: z.string(), name: z.string() })
  .describe('The extension whose settings decide; another one after a forwarding to it')
const party = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('extension'), targetId: z.uuid(), number: z.string(), name: z.string() },
    devices: z.int().describe('Registered now; with none it is left out'),
  }),
  z.object({ kind: z.literal('external'), number: z.string(), confirm: z.boolean() }),
])
const seconds = z.int()
const next = z.int().describe('Place in `steps` of what comes then')
const when = z.enum(['always', 'busy', 'no-answer', 'not-registered', 'logged-off'])
const busyWhy = z.enum(['do-not-disturb', 'ring-block', 'no-call-waiting', 'too-many-calls'])

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rejected'), by: decider, why: z.enum(['rejected-caller', 'anonymous-caller']) }),
  z.object({ kind: z.literal('secretaries'), by: decider, parties: z.array(party), seconds, next }),
  z.object({ kind: z.literal('forwarded'), by: decider, when, to: callDestination, next }),
  z.object({ kind: z.literal('not-forwarded'), by: decider, when, why: z.string().describe('In English'), next }),
  z.object({ kind: z.literal('busy'), by: decider, why: busyWhy, next }),
  z.object({ kind: z.literal('unreachable'), by: decider, next }),
  z.object({
    ...{ kind: z.literal('rings'), by: decider, devices: z.int().describe('Own ones that are registered'), seconds },
    parties: z.array(party).describe('Rung together with them'),
    follow: z.array(z.object({ party, seconds })).describe('Rung one after the other when these do not answer'),
    ...{ whenBusy: next, whenUnanswered: next },
  }),
  z.object({ kind: z.literal('led'), to: callDestination, name: z.string().nullable(), number: z.string().nullable() }),
  z.object({ kind: z.literal('ends'), as: z.enum(['busy', 'no-answer', 'unreachable', 'declined']) }),
])

export type PathStep = z.infer<typeof step>

export const pathView = z.object({
  at: z.iso.datetime(),
  caller: z.object({ number: z.string().describe('Empty: nobody in particular'), internal: z.boolean() }),
  steps: z.array(step).describe('The first is where the call begins; the others are reached by `next`, `whenBusy`, `whenUnanswered`'),
})

/** The tree as a list: each step says by place what comes after it. */
export function stepsOf(root: PathNode): readonly PathStep[] {
  const steps: PathStep[] = []
  const add = (node: PathNode): number => {
    const place = steps.length
    // Keeps the place until what comes after it has places, too.
    steps.push({ kind: 'ends', as: 'unreachable' })
    steps[place] = viewOf(node, add)
    return place
  }
  add(root)
  return steps
}

function viewOf(node: PathNode, add: (node: PathNode) => number): PathStep {
  switch (node.kind) {
    case 'rejected':
      return { ...node, by: copy(node.by) }
    case 'led':
      return { kind: 'led', to: { ...node.to }, name: node.name ?? null, number: node.number ?? null }
    case 'ends':
      return { ...node }
    case 'rings': {
      const { kind, by, devices, seconds: within, parties, follow, busy, noAnswer } = node
      const rung = { parties: parties.map((each) => ({ ...each })), follow: follow.map((each) => ({ ...each, party: { ...each.party } })) }
      return { kind, by: copy(by), devices, seconds: within, ...rung, whenBusy: add(busy), whenUnanswered: add(noAnswer) }
    }
    case 'secretaries':
      return { ...node, by: copy(node.by), parties: node.parties.map((each) => ({ ...each })), next: add(node.next) }
    default:
      return { ...node, by: copy(node.by), next: add(node.next) }
  }
}

function copy({ extensionId, number, name }: Decider): z.infer<typeof decider> {
  return { extensionId, number, name }
}
