import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Supervisors of one conversation at a time. */
export const MAX_SUPERVISORS = 4

const MAX_WATCHED = 500

/** `listen`: heard by nobody; `whisper`: by the supervised extension alone; `barge`: by both. */
export const supervisionMode = z.enum(['listen', 'whisper', 'barge'])
export type SupervisionMode = z.infer<typeof supervisionMode>

/** Whose conversations: of an extension, or those that members have with callers who came through a group or queue. */
export const watched = z.strictObject({ kind: z.enum(['extension', 'group', 'queue']), targetId: z.uuid() })
export type Watched = z.infer<typeof watched>

export const watches = z.array(watched).max(MAX_WATCHED)

export const notice = z.enum(['announce', 'tone', 'consent'])
/** How parties are told that they are listened to (§ 201 StGB). */
export type Notice = z.infer<typeof notice>

/** That the parties' consents are on file, as the tenant has stated. */
export interface ConsentStatement {
  readonly statedBy: string
  readonly statement: string
  readonly statedAtMs: number
}

export interface SupervisionPolicy {
  readonly notice: Notice
  /** Between two tones. */
  readonly toneEverySeconds: number
  /** The newest statement there is; without one nobody is listened to unannounced. */
  readonly consents: ConsentStatement | undefined
}

export const DEFAULT_SUPERVISION_POLICY: SupervisionPolicy = { notice: 'announce', toneEverySeconds: 15, consents: undefined }

/** One tenant's part of the snapshot. */
export interface TenantSupervision {
  readonly policy: SupervisionPolicy
  /** Whom they may supervise, by the extension's id. */
  readonly supervisors: ReadonlyMap<string, readonly Watched[]>
}

export const NO_SUPERVISION: TenantSupervision = { policy: DEFAULT_SUPERVISION_POLICY, supervisors: new Map() }

/** An extension that talks, as the rules see it. */
export interface WatchedTalk {
  readonly extensionId: string
  readonly wasCalled: boolean
  /** The queue or group by which the caller came. */
  readonly through: { readonly kind: string; readonly id: string } | undefined
}

/** Nobody may supervise anybody, unless the tenant says so; and nobody himself. */
export function maySupervise({ supervisors }: TenantSupervision, supervisorId: string, talk: WatchedTalk): boolean {
  const { extensionId, wasCalled, through } = talk
  if (extensionId === supervisorId) return false
  return (supervisors.get(supervisorId) ?? []).some(({ kind, targetId }) =>
    kind === 'extension' ? targetId === extensionId : wasCalled && through?.kind === kind && through.id === targetId,
  )
}

/** Without a statement that consents are on file everybody is told. */
export function noticeOf({ notice: wanted, consents }: SupervisionPolicy): Notice {
  return wanted === 'consent' && consents === undefined ? 'announce' : wanted
}

/** The one of several that tells most. */
export function strictest(notices: readonly Notice[]): Notice {
  return (['announce', 'tone', 'consent'] as const).find((each) => notices.includes(each)) ?? 'announce'
}

export const statementView = z.object({ statedBy: z.string(), statement: z.string(), statedAt: z.iso.datetime() })
export const policyView = z.object({
  notice: notice.describe(
    '`announce`: both are told before listening begins; `tone`: a tone before, and again and again; `consent`: nothing is heard, as the consents are on file',
  ),
  toneEverySeconds: z.int(),
  consents: statementView.nullable().describe('Who has stated last that the consents of agents and callers are on file, and when'),
})
export const policyChange = z.strictObject({
  notice: notice.optional(),
  toneEverySeconds: z.int().min(5).max(120).optional(),
  consents: z
    .strictObject({ statedBy: z.string().trim().min(3).max(200), statement: z.string().trim().min(10).max(2000) })
    .optional()
    .describe(
      'Required with the notice `consent`: who states that the consents of agents and callers are on file, and where. Kept for ever',
    ),
})

export class ConsentsNotStated extends KlinkeError {
  constructor() {
    super(
      'consents-not-stated',
      'Listening without a word is a criminal offence (§ 201 StGB) unless all have consented. State in `consents` who vouches for that.',
    )
  }
}

export class MayNotSupervise extends KlinkeError {
  constructor() {
    super('may-not-supervise', 'This extension may not supervise that conversation. See `PATCH /extensions/{id}/supervision`.')
  }
}

export class NotSupervisable extends KlinkeError {
  constructor(why: string) {
    super('not-supervisable', `The call cannot be supervised: ${why}.`)
  }
}

export const supervisionProblems: ProblemTable = {
  'consents-not-stated': {
    status: 422,
    title: { en: 'Consents are not stated', de: 'Einwilligungen sind nicht erklärt' },
    germanDetail:
      'Mithören ohne ein Wort ist strafbar (§ 201 StGB), wenn nicht alle eingewilligt haben. Sagen Sie in „consents“, wer dafür einsteht.',
  },
  'may-not-supervise': {
    status: 403,
    title: { en: 'Supervision is not allowed', de: 'Mithören ist nicht erlaubt' },
    germanDetail: 'Diese Nebenstelle darf bei jenem Gespräch nicht mithören. Erlaubt wird es bei der Nebenstelle, unter Aufsicht.',
  },
  'not-supervisable': {
    status: 409,
    title: { en: 'The call cannot be supervised', de: 'Das Gespräch kann nicht mitgehört werden' },
    germanDetail: 'Bei diesem Anruf kann nicht mitgehört werden.',
  },
}
