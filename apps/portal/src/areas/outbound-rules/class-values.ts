import type { Answer, Body } from '../../api/operation.ts'

type Timed = Answer<'GET /outbound-rules'>['timed']
type Class = NonNullable<Body<'PATCH /outbound-rules'>['class']>

/** A class as a form has it. */
export interface ClassValues {
  /** `''`: as at the wider level. */
  readonly class: string
  readonly isTimed: boolean
  readonly scheduleId: string | null
  readonly when: 'open' | 'closed'
  readonly classThen: string
}

/** Usual where nothing is chosen yet: in the evening, inside only. */
const FIRST = { when: 'closed', classThen: '0' } as const

export function classValuesOf(settings: { readonly class: number | null; readonly timed: Timed }): ClassValues {
  const { timed } = settings
  return {
    class: settings.class === null ? '' : String(settings.class),
    isTimed: timed !== null,
    scheduleId: timed?.schedule.targetId ?? null,
    when: timed?.when ?? FIRST.when,
    classThen: timed === null ? FIRST.classThen : String(timed.class),
  }
}

export function classBodyOf({ class: chosen, isTimed, scheduleId, when, classThen }: ClassValues): {
  readonly class: Class | null
  readonly timed: Timed
} {
  const timed =
    isTimed && scheduleId !== null
      ? { schedule: { kind: 'schedule' as const, targetId: scheduleId }, when, class: classOf(classThen) }
      : null
  return { class: chosen === '' ? null : classOf(chosen), timed }
}

function classOf(text: string): Class {
  const known: readonly Class[] = [0, 1, 2, 3, 4]
  return known.find((each) => String(each) === text) ?? 0
}
