import { notifierMachine } from '../../src/subscription/notifier-machine.ts'
import { subscriberMachine } from '../../src/subscription/subscriber-machine.ts'
import { inviteClient } from '../../src/transaction/invite-client.ts'
import { inviteServer } from '../../src/transaction/invite-server.ts'
import { type Machine, statesOf } from '../../src/transaction/machine.ts'
import { nonInviteClient } from '../../src/transaction/non-invite-client.ts'
import { nonInviteServer } from '../../src/transaction/non-invite-server.ts'

/** The text of docs/sip-machines.md: every machine as a Mermaid state diagram. */
export function machinePage(): string {
  const transactions = [section(inviteClient), section(inviteServer), section(nonInviteClient), section(nonInviteServer)]
  const sections = [...transactions, section(subscriberMachine), section(notifierMachine)]
  return `# SIP state machines

Printed from the machines by \`packages/sip/tests/machines/print.ts\`; do not edit. An arrow reads "event / effects".
An event without an arrow changes nothing in that state.

${sections.join('\n')}`
}

function section<State extends string, Event extends string, Effect extends string>(machine: Machine<State, Event, Effect>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${machine.initial}`]
  for (const state of statesOf(machine.edges)) {
    for (const event of machine.events) {
      const edge = machine.edges[state][event]
      if (edge) lines.push(`  ${name(state)} --> ${name(edge[0])}: ${[event, ...edge[1]].join(' / ')}`)
    }
  }
  lines.push('  terminated --> [*]')
  return `## ${machine.name}\n\nSource: ${machine.source}.\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`
}

/** A state's name as Mermaid takes it: without spaces. */
function name(state: string): string {
  return state.replaceAll(' ', '_')
}
