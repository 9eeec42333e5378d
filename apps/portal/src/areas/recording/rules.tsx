import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { TargetName } from '../../shared/destinations/target-select.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { NewRule } from './new-rule.tsx'
import { recordingTexts } from './texts.ts'

export type Rule = Answer<'GET /recording-rules'>['items'][number]

/** What is recorded without anybody's doing. */
export function Rules() {
  const texts = useTexts(recordingTexts)
  const mayChange = useMayChange()
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('GET /recording-rules', [{ query: useCustomer() }])
  return (
    <Section title={texts.rules}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noRules}</Text> : null}
      {data?.items.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
      {isAdding ? <NewRule close={() => setAdding(false)} /> : null}
      {mayChange && !isAdding ? (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.addRule}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function RuleRow({ rule: { id, subject, directions, reason } }: { readonly rule: Rule }) {
  const texts = useTexts(recordingTexts)
  const remove = useChange('DELETE /recording-rules/{ruleId}', { refreshes: ['/recording-rules'] })
  return (
    <Group justify="space-between">
      <Stack gap={0}>
        <Text size="sm" fw={600}>
          {texts[subject.kind]} {subject.kind === 'all' ? null : <TargetName kind={subject.kind} id={subject.targetId} />}
        </Text>
        <Text size="sm">{`${directions.map((direction) => texts[direction]).join(', ')}. ${texts.purpose}: ${reason}`}</Text>
      </Stack>
      <DeleteButton
        title={texts.deleteRule}
        consequence={texts.deleteRuleConsequence}
        remove={() => remove.mutateAsync([{ path: { ruleId: id } }])}
        deleted={texts.ruleDeleted}
        label={texts.deleteRuleNamed(reason)}
      />
    </Group>
  )
}
