import { Group, Progress, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { serviceTexts } from './texts.ts'

type Side = Answer<'GET /availability'>['sides'][number]

/** How much of the outage that the target allows is used up. */
export function SideBar({ side, words }: { readonly side: Side; readonly words: (percent: string, target: string) => string }) {
  const texts = useTexts(serviceTexts)
  const { number } = useFormat()
  const { percent, target, outageMinutes, yearMinutes, isMet } = side
  const allowed = (yearMinutes * (100 - target)) / 100
  const used = isMet ? (allowed === 0 ? 0 : Math.min(100, (outageMinutes / allowed) * 100)) : 100
  const said = words(number(percent), number(target))
  const name = texts[`side-${side.side}`]
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm">{name}</Text>
        <Text size="sm">{said}</Text>
      </Group>
      <Progress value={used} color={isMet ? (used >= 80 ? 'yellow' : 'teal') : 'red'} aria-label={`${name}: ${said}`} />
    </div>
  )
}
