import type { BlockKind, FlowBlock } from './flow.ts'

const QUESTION = { waitSeconds: 5, retries: 2 }

/** A block of that kind as it is put on the canvas: valid as far as it can be; what it still needs, the server's checks say. */
export function newBlock(kind: BlockKind, id: string): FlowBlock {
  switch (kind) {
    case 'announcement':
      return { id, kind, prompt: 'please-wait', beforeAnswer: false }
    case 'menu':
      return { id, kind, prompt: 'queue-welcome', ...QUESTION, keys: {} }
    case 'hours':
      return { id, kind, when: [] }
    case 'destination':
      return { id, kind, to: { kind: 'operator' } }
    case 'number-pin':
    case 'dated-pin':
      return { id, kind, prompt: 'enter-pin', ...QUESTION, entries: [] }
    case 'dial-by-name':
      return { id, kind, prompt: 'dial-by-name', ...QUESTION }
    case 'caller':
      return { id, kind, when: [] }
    case 'set':
      return { id, kind }
    case 'lookup':
      return { id, kind, url: '', timeLimitMs: 2000, answers: {} }
    case 'agent-login':
      return { id, kind, sign: 'in', recognise: true }
    case 'consent':
      return { id, kind }
    case 'hang-up':
      return { id, kind }
  }
}
