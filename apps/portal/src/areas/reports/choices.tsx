import { Group, Select, TextInput } from '@mantine/core'
import type { Query } from '../../api/operation.ts'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import { countDays, type Days, dayHere, daysOf, MAX_DAYS, MAX_HOURLY_DAYS, SPANS, type Span } from './span.ts'
import { reportTexts } from './texts.ts'

export const REPORTS = [
  'calls-by-extension',
  'calls-by-time',
  'calls-of-extension',
  'calls-by-queue',
  'waits-by-time',
  'wrap-up-by-extension',
] as const
type ReportName = (typeof REPORTS)[number]

const PER = ['hour-of-day', 'hour', 'day'] as const
const DIRECTIONS = ['internal', 'inbound', 'outbound'] as const

/** Which report somebody looks at. */
export interface Choice extends Days {
  readonly report: ReportName
  readonly span: Span
  readonly per: (typeof PER)[number]
  readonly direction: NonNullable<Query<'GET /reports/calls-by-time'>['direction']> | null
  readonly queueId: string | null
  readonly extensionId: string | null
}

export const INITIAL: Choice = {
  ...{ report: 'calls-by-extension', span: 'last-7-days', from: '', to: '' },
  ...{ per: 'hour-of-day', direction: null, queueId: null, extensionId: null },
}

type ByTime = 'calls-by-time' | 'waits-by-time'
const isByTime = (report: ReportName): report is ByTime => report === 'calls-by-time' || report === 'waits-by-time'

/** What is wrong with the days that somebody has typed. */
export function daysProblem({ report, per, ...days }: Choice): 'wrongDays' | { readonly most: number } | undefined {
  const most = isByTime(report) && per === 'hour' ? MAX_HOURLY_DAYS : MAX_DAYS
  const count = countDays(days)
  // An unfinished day is no number.
  if (!(count >= 1)) return 'wrongDays'
  return count > most ? { most } : undefined
}

interface ChoicesProps {
  readonly choice: Choice
  readonly change: (changed: Partial<Choice>) => void
}

/** The report, its days, and what it is narrowed to. */
export function Choices({ choice, change }: ChoicesProps) {
  const texts = useTexts(reportTexts)
  const { report, span } = choice
  const chooseSpan = (wanted: Span): void => change({ span: wanted, ...daysOf(wanted, dayHere(new Date())) })
  return (
    <Group align="flex-start">
      <OneOf label={texts.report} all={REPORTS} value={report} choose={(wanted) => change({ report: wanted })} />
      <OneOf label={texts.span} all={SPANS} value={span} choose={chooseSpan} />
      <DayFields choice={choice} change={change} />
      {isByTime(report) ? <OneOf label={texts.per} all={PER} value={choice.per} choose={(per) => change({ per })} /> : null}
      {report === 'calls-by-time' ? (
        <Select
          label={texts.direction}
          placeholder={texts.allDirections}
          data={DIRECTIONS.map((value) => ({ value, label: texts[value] }))}
          value={choice.direction}
          onChange={(value) => change({ direction: DIRECTIONS.find((known) => known === value) ?? null })}
          clearable
          clearButtonProps={{ 'aria-label': texts.allDirections }}
        />
      ) : null}
      {report === 'waits-by-time' || report === 'wrap-up-by-extension' ? (
        <TargetSelect
          kind="queue"
          label={texts.queue}
          description={texts.allQueues}
          value={choice.queueId}
          onChange={(queueId) => change({ queueId })}
          clearable
        />
      ) : null}
      {report === 'calls-of-extension' ? (
        <TargetSelect
          kind="extension"
          label={texts.extension}
          value={choice.extensionId}
          onChange={(extensionId) => change({ extensionId })}
        />
      ) : null}
    </Group>
  )
}

interface OneOfProps<Value extends string> {
  readonly label: string
  readonly all: readonly Value[]
  readonly value: Value
  readonly choose: (value: Value) => void
}

function OneOf<Value extends ReportName | Span | (typeof PER)[number]>({ label, all, value, choose }: OneOfProps<Value>) {
  const texts: Readonly<Record<string, unknown>> = useTexts(reportTexts)
  const select = (wanted: string | null): void => {
    const found = all.find((known) => known === wanted)
    if (found !== undefined) choose(found)
  }
  const data = all.map((each) => ({ value: each, label: String(texts[each]) }))
  return <Select label={label} data={data} value={value} onChange={select} allowDeselect={false} />
}

function DayFields({ choice, change }: ChoicesProps) {
  const texts = useTexts(reportTexts)
  const problem = daysProblem(choice)
  const error = problem === undefined ? null : problem === 'wrongDays' ? texts.wrongDays : texts.tooManyDays(problem.most)
  return (
    <>
      <TextInput
        type="date"
        label={texts.from}
        value={choice.from}
        onChange={(event) => change({ span: 'own', from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={texts.to}
        value={choice.to}
        error={error}
        onChange={(event) => change({ span: 'own', to: event.currentTarget.value })}
      />
    </>
  )
}
