import { Text } from '@mantine/core'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useTexts } from '../../shared/language.tsx'
import { tariffTexts } from './texts.ts'
import { pictureOf, type TimedVersion } from './timeline.ts'

const HEIGHT = 28
const COLOURS: Readonly<Record<TimedVersion['state'], string>> = {
  past: 'var(--mantine-color-gray-5)',
  current: 'var(--mantine-color-teal-7)',
  planned: 'var(--mantine-color-blue-6)',
  withdrawn: 'var(--mantine-color-red-4)',
}

/** Which version holds when; the table below says the same in words. */
export function Timeline({ versions, name }: { readonly versions: readonly TimedVersion[]; readonly name: string }) {
  const texts = useTexts(tariffTexts)
  const { day } = useMoney()
  const held = versions.filter(({ state }) => state !== 'withdrawn')
  const { bars, today, first, last } = pictureOf(held, new Date().toISOString().slice(0, 10))
  return (
    <div>
      <svg width="100%" height={HEIGHT} role="img" aria-label={texts.timelineOf(name)}>
        {bars.map(({ id, state, from, width }) => (
          <rect key={id} x={`${from}%`} y="4" width={`${width}%`} height={HEIGHT - 8} rx="3" fill={COLOURS[state]} />
        ))}
        <line x1={`${today}%`} x2={`${today}%`} y1="0" y2={HEIGHT} stroke="currentColor" strokeWidth="2" />
      </svg>
      <Text size="xs">{texts.timelineSpan(day(first), day(last))}</Text>
    </div>
  )
}
