import type { PaperCaller, PaperMediaSession, PaperPhone, PaperPlayback, PaperRecording } from '@klinke/testbed'
import { Prompts } from '../../prompts/prompts.ts'
import type { OpenSlice } from '../../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot, SliceParts } from '../../snapshot.ts'
import { TestPbx, type TestTenant } from '../../test-support/test-pbx.ts'
import { DEFAULT_RECORDING_POLICY, type RecordingPolicy, type RecordingRule } from '../policy.ts'
import type { Recorder } from '../recorder.ts'
import { openRecorder } from '../slice.ts'
import { RecordingSpeech } from '../speech.ts'
import { PaperRecordings } from './paper-recordings.ts'

export const NUMBER = '+4922155500'
export const RULE: RecordingRule = {
  ...{ id: 'rule-1', tenantId: 'acme', subject: { kind: 'all' }, directions: ['inbound', 'outbound', 'internal'] },
  reason: 'Nachweis von Bestellungen',
}

/**
 * Customer acme records by `policy` and `rules`; 10 to 13 are its extensions. Customer bolt, whose 20 calls acme's number, is for acme a
 * caller from outside.
 */
export class RecordingWorld {
  readonly archive = new PaperRecordings()
  readonly pbx: TestPbx
  readonly recorder: Recorder

  constructor(
    policy: Partial<RecordingPolicy>,
    rules: readonly RecordingRule[] = [],
    parts: Partial<SliceParts> = {},
    more: Partial<TestTenant> = {},
    instead: Readonly<Record<string, OpenSlice>> = {},
  ) {
    const late: PbxDirectory = {
      tenant: (id) => this.pbx.directory().tenant(id),
      tenantByDomain: (domain) => this.pbx.directory().tenantByDomain(domain),
      tenantByNumber: (e164) => this.pbx.directory().tenantByNumber(e164),
      tenants: (): Iterable<PbxSnapshot> => this.pbx.directory().tenants(),
    }
    const speech = new RecordingSpeech(new Prompts((key) => key), late)
    const opened = openRecorder({ archive: this.archive, directory: late, speech })
    this.recorder = opened.recorder
    const recordings = { policy: { ...DEFAULT_RECORDING_POLICY, ...policy }, rules }
    this.pbx = new TestPbx(
      [
        { id: 'acme', extensions: ['10', '11', '12', '13'], numbers: { [NUMBER]: '11' }, parts: { recordings, ...parts }, ...more },
        { id: 'bolt', extensions: ['20'], numbers: { '+4922177700': '20' } },
      ],
      { instead: { ...instead, recordings: opened } },
    )
  }

  /** 10 and 11 talk; each announcement is still to be heard. */
  async talk(from = '10', to = '11', tenant = 'acme'): Promise<{ readonly caller: PaperCaller; readonly phone: PaperPhone }> {
    const caller = await this.pbx.dial(tenant, from, to)
    const phone = this.pbx.phone()
    phone.answer(`answer of ${to}`)
    await this.settle()
    return { caller, phone }
  }

  /** A caller from outside and 11 talk. */
  talkWithOutside(): ReturnType<RecordingWorld['talk']> {
    return this.talk('20', NUMBER, 'bolt')
  }

  get session(): PaperMediaSession {
    const session = this.pbx.media.sessions.at(-1)
    if (session === undefined) throw new Error('There was no call.')
    return session
  }

  get recordings(): readonly PaperRecording[] {
    return this.pbx.media.sessions.flatMap(({ recordings }) => recordings)
  }

  /** What an endpoint has been told last, such as `de/recording-notice`. */
  told(endpoint: string): string {
    const { source } = this.#playbacksOf(endpoint).at(-1) ?? {}
    if (source?.kind !== 'files') return source?.kind ?? ''
    return source.files.map((file) => file.split('/').slice(-2).join('/').replace('.wav', '')).join(' ')
  }

  /** It hears to the end what it is being told. */
  async hear(endpoint: string, how: 'finished' | 'failed' = 'finished'): Promise<void> {
    this.#playbacksOf(endpoint).at(-1)?.end(how)
    await this.settle()
  }

  async press(endpoint: string, keys: string): Promise<void> {
    for (const digit of keys) {
      this.session.events.send({ kind: 'dtmf', endpoint, digit, durationMs: 100, by: 'telephone-event' })
      await this.settle()
    }
  }

  /** Both hear each other. */
  get connected(): boolean {
    const last = this.session.log.findLast((line) => line.startsWith('connect') || line.startsWith('play'))
    return last?.startsWith('connect') === true
  }

  settle(): Promise<void> {
    return this.pbx.clock.advance(0)
  }

  #playbacksOf(endpoint: string): readonly PaperPlayback[] {
    return this.session.playbacks.filter((playback) => playback.endpoint === endpoint)
  }
}
