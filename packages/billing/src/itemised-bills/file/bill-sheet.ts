import { closeSheet, LOWEST, openSheet, SHEET, TEXT_WIDTH, type Typeface } from '@klinke/platform/paper'

/** What stands above the calls. */
export interface SheetHead {
  readonly language: 'de' | 'en'
  readonly title: string
  readonly issuer: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly columns: readonly string[]
  /** `Seite`, `Page`. */
  readonly page: string
  readonly createdAtMs: number
}

/** What is written below it, in its order. */
export type SheetItem =
  | { readonly kind: 'group'; readonly text: string; readonly sum: string }
  | {
      readonly kind: 'call'
      readonly cells: readonly [day: string, second: string, called: string, what: string, length: string, price: string]
    }
  | { readonly kind: 'sum'; readonly text: string; readonly amount: string }

const LEFT = SHEET.left
const RIGHT = SHEET.left + TEXT_WIDTH
/** Where columns begin, or end where they stand at the right. */
const AT = { day: LEFT, second: LEFT + 62, called: LEFT + 84, what: LEFT + 178, length: RIGHT - 88, price: RIGHT } as const
const WHAT_WIDTH = AT.length - 34 - AT.what
const SIZE = 8
const LINE = 11.5
const INK = '#14181f'
const GREY = '#5a6270'
const UNBROKEN = { lineBreak: false } as const
/** Names of destinations that are remembered with how much of them has room. */
const MAX_REMEMBERED = 5_000

/** A long list of calls as A4 pages. Pages are written and forgotten one by one, so that a list of thousands of pages takes no more memory than its file. */
export class BillSheet {
  readonly #document: PDFKit.PDFDocument
  readonly #head: SheetHead
  readonly #fitting = new Map<string, string>()
  #page = 0
  #y = 0

  constructor(head: SheetHead, typeface: Typeface) {
    this.#head = head
    const { title, issuer: author, language, createdAtMs } = head
    this.#document = openSheet({ title, author, language, createdAt: new Date(createdAtMs) }, typeface)
    this.#beginPage()
    this.#document.font('bold').fontSize(14).fillColor(INK).text(title, LEFT, SHEET.top)
    for (const [label, value] of head.facts) this.#document.font('regular').fontSize(9.5).text(`${label}: ${value}`)
    this.#y = this.#document.y + 10
    this.#columnTitles()
  }

  add(items: readonly SheetItem[]): void {
    for (const item of items) {
      this.#makeRoom(item.kind === 'call' ? LINE : LINE * 2.5)
      if (item.kind === 'call') this.#call(item.cells)
      else if (item.kind === 'group') this.#bold(item.text, item.sum)
      else this.#bold(item.text, item.amount)
    }
  }

  /** The whole file. */
  finish(): Promise<Uint8Array> {
    return closeSheet(this.#document)
  }

  #call([day, second, called, what, length, price]: Extract<SheetItem, { kind: 'call' }>['cells']): void {
    const [document, y] = [this.#document, this.#y]
    document.text(day, AT.day, y, UNBROKEN)
    document.text(second, AT.second, y, UNBROKEN)
    document.text(called, AT.called, y, UNBROKEN)
    if (what !== '') document.text(this.#fitted(what), AT.what, y, UNBROKEN)
    this.#atRight(length, AT.length)
    this.#atRight(price, AT.price)
    this.#y += LINE
  }

  #bold(text: string, amount: string): void {
    this.#y += LINE / 2
    this.#document.font('bold')
    this.#document.text(text, LEFT, this.#y, UNBROKEN)
    this.#atRight(amount, AT.price)
    this.#document.font('regular')
    this.#y += LINE * 1.25
  }

  #atRight(text: string, right: number): void {
    if (text !== '') this.#document.text(text, right - this.#document.widthOfString(text), this.#y, UNBROKEN)
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= LOWEST + SHEET.bottom - 60) return
    this.#document.flushPages()
    this.#document.addPage()
    this.#beginPage()
    this.#y = SHEET.top
    this.#columnTitles()
  }

  /** Its foot first: a page that has been left is not opened again. */
  #beginPage(): void {
    const { title, facts, page } = this.#head
    this.#page++
    this.#document.page.margins.bottom = 0
    const foot = `${title} · ${facts[0]?.[1] ?? ''} · ${page} ${this.#page}`
    this.#document.font('regular').fontSize(SIZE).fillColor(GREY)
    this.#document.text(foot, LEFT, SHEET.height - 42, { ...UNBROKEN, width: TEXT_WIDTH, align: 'right' })
    this.#document.fillColor(INK)
  }

  #columnTitles(): void {
    const [day = '', called = '', what = '', length = '', price = ''] = this.#head.columns
    this.#document.font('regular').fontSize(SIZE).fillColor(GREY)
    this.#document.text(day, AT.day, this.#y, UNBROKEN).text(called, AT.called, this.#y, UNBROKEN).text(what, AT.what, this.#y, UNBROKEN)
    this.#atRight(length, AT.length)
    this.#atRight(price, AT.price)
    this.#document.fillColor(INK)
    this.#y += LINE * 1.25
  }

  /** As much of a text as has room beside what follows it. */
  #fitted(text: string): string {
    const known = this.#fitting.get(text)
    if (known !== undefined) return known
    let fitting = text
    while (this.#document.widthOfString(fitting) > WHAT_WIDTH) fitting = `${fitting.slice(0, -2)}…`
    if (this.#fitting.size < MAX_REMEMBERED) this.#fitting.set(text, fitting)
    return fitting
  }
}

/** `+49 301 234 xxx`: easier to read, and the same few pieces again and again, whose shapes the typeface need not look up each time. */
export function inGroups(number: string): string {
  const [, country = '', rest = ''] = /^(\+\d{2})(.*)$/.exec(number) ?? ['', '', number]
  const digits = rest.endsWith('xxx') ? rest.slice(0, -3) : rest
  return [country, ...(digits.match(/.{1,3}/g) ?? []), ...(digits === rest ? [] : ['xxx'])].filter((part) => part !== '').join(' ')
}
