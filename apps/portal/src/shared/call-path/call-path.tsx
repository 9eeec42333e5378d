import { Group, Paper, SegmentedControl, Skeleton, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import type { Part } from '../call-settings/settings.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { Trouble } from '../trouble.tsx'
import classes from './call-path.module.css'
import { callPathTexts } from './call-path-texts.ts'
import { ChangePart } from './change-part.tsx'
import { type Supposed, sentencesOf } from './path.ts'
import { wordsIn } from './path-words.ts'
import { Steps } from './step-card.tsx'

/** What would become of a call, drawn and in words; a part that is pressed is changed. */
export function CallPath({ extensionId }: { readonly extensionId: string }) {
  const mayChange = useMayChange()
  const texts = useTexts(callPathTexts)
  const [supposed, setSupposed] = useState<Supposed>({ from: 'external' })
  const [part, setPart] = useState<Part>()
  return (
    <Stack component="section" aria-label={texts.title}>
      <div>
        <Title order={2} size="h4">
          {texts.title}
        </Title>
        <Text size="sm" c="dimmed">
          {texts.about}
        </Text>
      </div>
      <Circumstances supposed={supposed} change={setSupposed} />
      <Picture extensionId={extensionId} supposed={supposed} change={mayChange ? setPart : undefined} />
      <ChangePart extensionId={extensionId} part={part} close={() => setPart(undefined)} />
    </Stack>
  )
}

interface CircumstancesProps {
  readonly supposed: Supposed
  readonly change: (supposed: Supposed) => void
}

/** Who calls, when, and how things stand here then. */
function Circumstances({ supposed, change }: CircumstancesProps) {
  const texts = useTexts(callPathTexts)
  const callers = (['external', 'internal', 'anonymous'] as const).map((value) => ({ value, label: texts[value] }))
  const phones = [
    { value: 'now', label: texts.phonesNow },
    { value: 'registered', label: texts.phonesRegistered },
    { value: 'none', label: texts.phonesNone },
  ] as const
  return (
    <Group gap="lg" align="flex-end">
      <Labelled label={texts.who}>
        <SegmentedControl
          {...{ size: 'xs', 'aria-label': texts.who, data: callers, value: supposed.from ?? 'external' }}
          onChange={(from) => change({ ...supposed, from })}
        />
      </Labelled>
      <Labelled label={texts.phones}>
        <SegmentedControl
          {...{ size: 'xs', 'aria-label': texts.phones, data: [...phones], value: supposed.phones ?? 'now' }}
          onChange={(value) => change({ ...supposed, phones: value })}
        />
      </Labelled>
      <TextInput
        {...{ type: 'datetime-local', size: 'xs', label: texts.when }}
        onChange={({ currentTarget: { value } }) => change(at(supposed, value))}
      />
      <Switch
        label={texts.line}
        checked={supposed.line === 'talking'}
        onChange={({ currentTarget: { checked } }) => change({ ...supposed, line: checked ? 'talking' : 'now' })}
      />
    </Group>
  )
}

/** `local`: as the browser's field has it; empty is now. */
function at({ at: _, ...rest }: Supposed, local: string): Supposed {
  return local === '' ? rest : { ...rest, at: new Date(local).toISOString() }
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" fw={500} aria-hidden>
        {label}
      </Text>
      {children}
    </div>
  )
}

interface PictureOf {
  readonly extensionId: string
  readonly supposed: Supposed
  readonly change: ((part: Part) => void) | undefined
}

function Picture({ extensionId, supposed, change }: PictureOf) {
  const texts = useTexts(callPathTexts)
  const { language } = useLanguage()
  const words = useMemo(() => wordsIn(language), [language])
  const asked = { path: { extensionId }, query: supposed }
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/call-path', [asked], { everyMs: 10_000 })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={160} />
  return (
    <>
      <ol className={classes.steps} aria-label={texts.picture}>
        <Steps at={0} steps={data.steps} extensionId={extensionId} change={change} />
      </ol>
      <Paper withBorder p="sm" component="section" aria-label={texts.inWords} maw={860}>
        <Text size="sm">{sentencesOf(data.steps, supposed.from ?? 'external', words)}</Text>
      </Paper>
    </>
  )
}
