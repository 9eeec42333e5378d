import { shownAmount } from '@klinke/rating'
import type { BillSums } from '../bill-sums.ts'
import type { FoundCall } from '../call-scope.ts'
import { type BillFile, BillTimes, calledText, closingLines, kindText, placeNames, priceText, zoneText } from './bill-content.ts'
import { inGroups, type SheetHead, type SheetItem } from './bill-sheet.ts'
import { billWords, decimalText, minutesText } from './bill-words.ts'

/** What stands above the calls of a bill. */
export function sheetHead({ bill: { invoice }, language, statement }: BillFile, createdAtMs: number): SheetHead {
  const words = billWords[language]
  const { content, number } = invoice
  const { issuer, recipient, period, site } = content
  const facts: readonly (readonly [string, string])[] = [
    [words.invoice, number ?? ''],
    [words.customer, recipient.company],
    [words.customerNumber, recipient.number],
    [words.period, `${dayText(period.from)} – ${dayText(period.until)}`],
    ...(site === null ? [] : [[words.site, site.name] as const]),
  ]
  const title = statement === 'separate' ? words.separateTitle : words.title
  return { language, title, issuer: issuer.name, facts, columns: words.pdfColumns, page: words.page(0).split(' ')[0] ?? '', createdAtMs }
}

/** The calls below headings of their sites and extensions, then the sums. */
export async function* sheetItems(
  file: BillFile,
  calls: AsyncIterable<readonly FoundCall[]>,
  sums: BillSums,
): AsyncGenerator<readonly SheetItem[]> {
  const times = new BillTimes()
  const bySum = new Map(sums.groups.map((group) => [`${group.siteId} ${group.extensionId}`, group]))
  let place = ''
  for await (const some of calls) {
    await file.zones.learn(some)
    const items: SheetItem[] = []
    for (const call of some) {
      const here = `${call.siteId} ${call.extensionId}`
      if (here !== place) items.push(heading(file, call, bySum.get(here)?.amount))
      place = here
      items.push(callItem(file, call, times))
    }
    yield items
  }
  yield closingLines(file, sums).map(([text, amount]) => ({ kind: 'sum', text, amount }))
}

function heading(file: BillFile, call: FoundCall, amount: bigint | undefined): SheetItem {
  const { site, extension } = placeNames(file, call)
  const sum = amount === undefined || file.statement === 'separate' ? '' : decimalText(shownAmount(amount), file.language)
  return { kind: 'group', text: call.siteId === '' ? extension : `${site} · ${extension}`, sum }
}

function callItem(file: BillFile, call: FoundCall, times: BillTimes): SheetItem {
  const [day, minute, second] = times.of(call.answeredAt)
  const what = [zoneText(call, file), kindText(call, file.language)].filter((text) => text !== '').join(', ')
  const length = minutesText(call.seconds)
  return { kind: 'call', cells: [`${day} ${minute}`, second, inGroups(calledText(call, file.bill)), what, length, priceText(call, file)] }
}

function dayText(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
}
