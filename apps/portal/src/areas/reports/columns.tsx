import { useMemo } from 'react'
import type { Column } from '../../shared/data-list/columns.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { stretchTexts } from './stretch.ts'
import { reportTexts } from './texts.ts'

/** Makes columns whose title is a text of this area. */
export interface ReportColumns {
  readonly count: <Row>(key: TitleKey, value: (row: Row) => number, wideOnly?: boolean) => Column<Row>
  readonly time: <Row>(key: TitleKey, value: (row: Row) => number | null, wideOnly?: boolean) => Column<Row>
}

/** Titles without figures in them. */
export type TitleKey = {
  [Key in keyof typeof reportTexts]: (typeof reportTexts)[Key]['de'] extends string ? Key : never
}[keyof typeof reportTexts]

export function useReportColumns(): ReportColumns {
  const texts = useTexts(reportTexts)
  const format = useFormat()
  return {
    count: (key, value, wideOnly = false) => ({ key, title: texts[key], cell: (row) => format.number(value(row)), wideOnly }),
    time: (key, value, wideOnly = false) => ({
      ...{ key, title: texts[key], wideOnly },
      cell: (row) => {
        const seconds = value(row)
        return seconds === null ? '–' : format.duration(seconds)
      },
    }),
  }
}

interface Who {
  readonly number: string | null
  readonly name: string | null
}

/** Number and name of an extension, which may be no more. */
export function whoText({ number, name }: Who, gone: string): string {
  return number === null ? gone : `${number} ${name ?? ''}`.trim()
}

/** What people call the stretches of time of a report. */
export function useStretches(
  data: { readonly range: { readonly zone: string }; readonly items: readonly { readonly at: string }[] } | undefined,
): (row: { readonly at: string }) => string {
  const { language } = useLanguage()
  return useMemo(() => {
    const all = data?.items.map(({ at }) => at) ?? []
    const texts = stretchTexts(all, language, data?.range.zone ?? 'UTC')
    const named = new Map(all.map((at, index) => [at, texts[index]]))
    return ({ at }) => named.get(at) ?? at
  }, [data, language])
}
