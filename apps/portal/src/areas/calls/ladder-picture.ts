import type { Answer } from '../../api/operation.ts'

type Rung = Answer<'GET /call-records/{callId}/explanation'>['ladder'][number]

/** Where things stand in the picture of a ladder, in pixels. */
export interface LadderPicture {
  readonly width: number
  readonly height: number
  /** The first is the caller, the second the exchange. */
  readonly columns: readonly { readonly x: number; readonly title: string; readonly peer: string }[]
  readonly rows: readonly LadderRow[]
}

export interface LadderRow {
  readonly y: number
  readonly fromX: number
  readonly toX: number
  readonly label: string
  /** Since the first message. */
  readonly time: string
  readonly kind: 'request' | 'good' | 'bad'
}

const TIME_WIDTH = 70
const COLUMN_WIDTH = 210
const HEAD_HEIGHT = 50
const ROW_HEIGHT = 28

/** Lays a ladder out: the caller at the left, the exchange beside it, then everybody it has called. Pure. */
export function ladderPicture(rungs: readonly Rung[], exchange: string): LadderPicture {
  const dialogs = [...new Map(rungs.map((rung) => [rung.sipCallId, rung])).keys()]
  const xOf = (place: number): number => TIME_WIDTH + COLUMN_WIDTH * (place + 0.5)
  const placeOf = (callId: string): number => {
    const index = dialogs.indexOf(callId)
    return index === 0 ? 0 : index + 1
  }
  const parties = dialogs.map((callId) => {
    const { party: title = '', peer = '' } = rungs.find(({ sipCallId }) => sipCallId === callId) ?? {}
    return { x: xOf(placeOf(callId)), title, peer }
  })
  const ours = { x: xOf(1), title: exchange, peer: '' }
  const startMs = Date.parse(rungs[0]?.at ?? '')
  const rows = rungs.map((rung, index): LadderRow => {
    const theirs = xOf(placeOf(rung.sipCallId))
    const [fromX, toX] = rung.direction === 'received' ? [theirs, ours.x] : [ours.x, theirs]
    const time = `+${((Date.parse(rung.at) - startMs) / 1000).toFixed(3)}`
    return { y: HEAD_HEIGHT + ROW_HEIGHT * (index + 1), fromX, toX, label: labelOf(rung), time, kind: kindOf(rung) }
  })
  return {
    width: TIME_WIDTH + COLUMN_WIDTH * (dialogs.length + 1),
    height: HEAD_HEIGHT + ROW_HEIGHT * (rungs.length + 1),
    columns: [...parties.slice(0, 1), ours, ...parties.slice(1)],
    rows,
  }
}

export function labelOf({ method, status, phrase, sdp }: Pick<Rung, 'method' | 'status' | 'phrase' | 'sdp'>): string {
  const text = status === null ? method : `${status} ${phrase ?? ''}`.trim()
  return sdp === null ? text : `${text} (SDP)`
}

function kindOf({ status }: Rung): LadderRow['kind'] {
  if (status === null) return 'request'
  // A challenge is how everybody begins.
  return status < 300 || status === 401 || status === 407 ? 'good' : 'bad'
}
