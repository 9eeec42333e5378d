import type { Destination } from '../../../shared/destinations/destination.ts'
import type { FlowBlock, FlowGraph } from '../graph/flow.ts'

/** What a template is filled with; what is not chosen can be chosen in the editor. */
export interface Filling {
  readonly schedule: string | null
  readonly first: Destination | null
  readonly second: Destination | null
  readonly mailbox: string | null
  readonly queue: string | null
}

export const NOTHING_CHOSEN: Filling = { schedule: null, first: null, second: null, mailbox: null, queue: null }

export const TEMPLATES = ['reception', 'queue', 'operator', 'empty'] as const
export type Template = (typeof TEMPLATES)[number]

/** What each template asks for. */
export const ASKED: Readonly<Record<Template, readonly (keyof Filling)[]>> = {
  reception: ['schedule', 'first', 'second', 'mailbox'],
  queue: ['queue'],
  operator: ['mailbox'],
  empty: [],
}

/** The draft that a template begins with. */
export function draftFrom(template: Template, filling: Filling): FlowGraph {
  switch (template) {
    case 'reception':
      return reception(filling)
    case 'queue':
      return {
        start: 'begruessung',
        blocks: [
          { id: 'begruessung', kind: 'announcement', prompt: 'queue-welcome', beforeAnswer: false, next: 'warteschlange' },
          destination('warteschlange', filling.queue === null ? null : { kind: 'queue', targetId: filling.queue }),
        ],
      }
    case 'operator':
      return {
        start: 'vermittlung',
        blocks: [destination('vermittlung', { kind: 'operator' }, 'mailbox'), mailbox(filling)],
      }
    case 'empty':
      return { start: 'start', blocks: [] }
  }
}

function reception(filling: Filling): FlowGraph {
  const { schedule, first, second } = filling
  const when = schedule === null ? [] : [{ schedule: { kind: 'schedule', targetId: schedule }, is: 'open', next: 'menue' } as const]
  return {
    start: 'zeiten',
    blocks: [
      { id: 'zeiten', kind: 'hours', when, otherwise: 'geschlossen' },
      {
        ...{ id: 'menue', kind: 'menu', prompt: 'queue-welcome', waitSeconds: 5, retries: 2 },
        keys: { 1: 'taste-1', 2: 'taste-2' },
        timedOut: 'taste-1',
        invalid: 'taste-1',
      },
      destination('taste-1', first, 'mailbox'),
      destination('taste-2', second, 'mailbox'),
      { id: 'geschlossen', kind: 'announcement', prompt: 'outside-hours', beforeAnswer: false, next: 'mailbox' },
      mailbox(filling),
    ],
  }
}

function mailbox({ mailbox: targetId }: Filling): FlowBlock {
  return targetId === null ? { id: 'mailbox', kind: 'hang-up' } : destination('mailbox', { kind: 'voicemail', targetId })
}

function destination(id: string, to: Destination | null, otherwise?: string): FlowBlock {
  return { id, kind: 'destination', to: to ?? { kind: 'operator' }, ...(otherwise === undefined ? {} : { otherwise }) }
}
