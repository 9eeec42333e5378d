import { basename } from 'node:path'
import type { PaperMediaSession } from '@klinke/testbed'
import type { TeamMember } from '../../teams/team.ts'
import { TestPbx, type TestPbxOptions } from '../../test-support/test-pbx.ts'
import { type QueueSettings, queueSettings } from '../rules.ts'

export const QUEUE = '018f0000-0000-7000-8000-000000000001'
export const DEFAULTS: QueueSettings = { ...queueSettings.parse({}), greeting: false, announceToAgent: false }
export const COLLEAGUE = { kind: 'extension', targetId: 'acme-14' } as const

export const agent = (number: string, more: Partial<TeamMember> = {}): TeamMember => ({
  ...{ extensionId: `acme-${number}`, signedIn: true, paused: false },
  ...more,
})

export function queuesOf(settings: Partial<QueueSettings>, members: readonly TeamMember[]) {
  return new Map([[QUEUE, { id: QUEUE, name: 'Service', number: '60', settings: { ...DEFAULTS, ...settings }, members }]])
}

export const EXTENSIONS = ['10', '11', '12', '13', '14', '20', '21']

export function setUp(
  settings: Partial<QueueSettings> = {},
  members: readonly TeamMember[] = [agent('11'), agent('12')],
  options: TestPbxOptions = {},
): TestPbx {
  const tenant = {
    ...{ id: 'acme', extensions: EXTENSIONS, numbers: { '+4922155500': '10' } },
    targets: [{ kind: 'queue', id: QUEUE, name: 'Service', number: '60' } as const],
    parts: { queues: queuesOf(settings, members) },
  }
  return new TestPbx([tenant], options)
}

/** The extensions whose phones were called, in order. */
export const rung = (pbx: TestPbx): string => pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1]).join(' ')
export const connected = (session: PaperMediaSession | undefined): boolean =>
  session?.log.some((line) => line.startsWith('connect')) === true
export const heard = (session: PaperMediaSession | undefined, by = 'caller') =>
  session?.playbacks
    .filter(({ endpoint }) => endpoint === by)
    .map(({ source }) => (source.kind === 'files' ? source.files.map((file) => basename(file, '.wav')).join('+') : source.kind))
    .join(' ')

export async function press(pbx: TestPbx, session: PaperMediaSession | undefined, digit: string): Promise<void> {
  session?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
  await pbx.clock.advance(0)
}

/** The agent rung last answers; both talk. */
export async function answer(pbx: TestPbx): Promise<void> {
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
}
