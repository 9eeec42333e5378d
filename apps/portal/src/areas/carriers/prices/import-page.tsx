import { Button, Fieldset, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../../shared/format.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { importTexts } from '../../../shared/table-import/import-texts.ts'
import { ImportWizard, type Trial } from '../../../shared/table-import/import-wizard.tsx'
import { PastPriceImports } from './past-price-imports.tsx'
import { pricePerMinute } from './price.ts'
import { type ImportMode, type PriceReport, usePriceImports } from './price-imports.ts'
import { priceTexts } from './texts.ts'

const FILES = '.csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MODES = ['replace', 'merge'] as const

/** From the carrier's file to its price list. */
export function ImportPage({ carrierId }: { readonly carrierId: string }) {
  const texts = useTexts(priceTexts)
  const { data: carrier } = useAnswer('GET /carriers/{carrierId}', [{ path: { carrierId } }])
  const [mode, setMode] = useState<ImportMode>('replace')
  const fields = (['prefix', 'euros', 'cents', 'validFrom', 'validUntil'] as const).map((value) => ({
    value,
    label: texts[`field-${value}`],
  }))
  return (
    <ImportWizard
      title={texts.importTitle(carrier?.name ?? '…')}
      about={texts.importAbout}
      source={usePriceImports(carrierId)}
      accept={FILES}
      fields={fields}
      queryOf={(tried) => ({ mode: tried?.mode ?? mode })}
      beside={(tried, tryAgain) => (
        <ModeField
          value={tried?.mode ?? mode}
          change={(chosen) => {
            setMode(chosen)
            tryAgain({ mode: chosen })
          }}
        />
      )}
      check={(report, act, trial) => <Check report={report} act={() => act()} trial={trial} />}
      done={(report) => <Done report={report} />}
      past={<PastPriceImports carrierId={carrierId} />}
    />
  )
}

function ModeField({ value, change }: { readonly value: ImportMode; readonly change: (value: ImportMode) => void }) {
  const texts = useTexts(priceTexts)
  return (
    <NativeSelect
      label={texts.mode}
      data={MODES.map((each) => ({ value: each, label: texts[`mode-${each}`] }))}
      value={value}
      onChange={(event) => change(MODES.find((each) => each === event.currentTarget.value) ?? 'replace')}
    />
  )
}

interface CheckProps {
  readonly report: PriceReport
  readonly act: () => void
  readonly trial: Trial
}

/** What would become of the file. */
function Check({ report, act, trial: { isBusy, problems } }: CheckProps) {
  const texts = useTexts(priceTexts)
  return (
    <Stack>
      <Group>
        <Text fw={600} role="status">
          {texts.wouldBe}: {texts.counts(report)}
        </Text>
        <Button onClick={act} loading={isBusy} disabled={report.created + report.changed + report.removed === 0}>
          {texts.act}
        </Button>
      </Group>
      {problems}
      <Preview preview={report.preview} />
    </Stack>
  )
}

function Preview({ preview }: Pick<PriceReport, 'preview'>) {
  const texts = useTexts(priceTexts)
  const shared = useTexts(importTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const day = (iso: string | null): string => (iso === null ? '' : format.date(iso))
  const rows = preview.map(({ row, prefix, microsPerMinute, validFrom, validUntil }) => [
    ...[String(row), readableNumbers(prefix), pricePerMinute(microsPerMinute, language), day(validFrom)],
    // It ends with the midnight after its last day.
    day(validUntil && new Date(Date.parse(validUntil) - 1).toISOString()),
  ])
  const head = [shared.row, texts.prefix, texts.price, texts.firstDay, texts.lastDay]
  return (
    <Fieldset legend={texts.preview}>
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={texts.preview}>
        <Table data={{ head, body: rows }} />
      </Table.ScrollContainer>
    </Fieldset>
  )
}

function Done({ report }: { readonly report: PriceReport }) {
  const texts = useTexts(priceTexts)
  return (
    <Text fw={600} role="status">
      {texts.done}: {texts.counts(report)}
    </Text>
  )
}
