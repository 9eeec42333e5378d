import { type Api, InvalidRequest, NotFound, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../../amounts.ts'
import { makingOf, type PaymentGround } from '../ground.ts'
import { wholeCents } from '../whole-cents.ts'
import { assignTransfer, undoTransfer } from './assign.ts'
import { type BankEntry, listEntriesOfBank, listFiles, type StoredFile } from './entries.ts'
import { takeBankFile } from './take-bank-file.ts'

/** A statement of 50,000 entries has less. */
const MAX_FILE_OCTETS = 20 * 1024 * 1024
/** Items that one transfer pays. */
const MAX_SHARES = 200
const FILE_TYPES = ['application/xml', 'text/xml', 'application/octet-stream']

const tags = ['bank-files']
const config = { access: 'operator' } as const

const counts = z.object({
  returned: z.int().describe('Debits that came back'),
  matched: z.int().describe('Transfers whose invoice is known'),
  unclear: z.int().describe('Transfers that somebody has to look at'),
  known: z.int().describe('Entries that were in a file before'),
  others: z.int().describe('What concerns neither'),
})
const fileView = z.object({
  id: z.uuid(),
  kind: z.enum(['pain.002', 'camt.053', 'camt.054']),
  messageId: z.string(),
  name: z.string(),
  takenAt: z.iso.datetime(),
  takenBy: z.string(),
  counts,
})
const takenView = z.object({ ...fileView.shape, repeated: z.boolean().describe('It was taken before, and nothing was done now') })

const entryView = z.object({
  id: z.uuid(),
  amount: amountSchema,
  bookedOn: z.iso.date(),
  payerName: z.string().nullable(),
  payerIban: z.string().nullable(),
  remittance: z.string().describe('What the payer has written'),
  state: z.enum(['matched', 'unclear']),
  why: z
    .enum(['nothing-named', 'several-customers', 'amount-differs', 'other-currency', 'no-bank-reference', 'undone'])
    .nullable()
    .describe('Why somebody has to look at it'),
  tenantId: z.uuid().nullable().describe('Whose it is, or seems to be'),
})

/** What the bank says: returns, and transfers with what they pay. */
export function addBankFileRoutes(api: Api, ground: PaymentGround): void {
  const { database } = ground
  const list = { tags, summary: 'List files of the bank, the newest first', response: { 200: z.object({ items: z.array(fileView) }) } }
  api.get('/bank-files', { config, schema: list }, async () => ({
    items: (await database.withOperator((tx) => listFiles(tx))).map(viewOfFile),
  }))
  // A scope of its own, so that only here a body may be a file.
  void api.register(async (scope) => {
    scope.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer', bodyLimit: MAX_FILE_OCTETS }, (_request, body, parsed) =>
      parsed(null, body),
    )
    addUpload(scope, ground)
  })
  addEntries(api, ground)
}

function addUpload(api: Pick<Api, 'post'>, { database, clock }: PaymentGround): void {
  const querystring = z.strictObject({ name: z.string().trim().min(1).max(200).default('Bankdatei').describe('Of the file') })
  const summary = 'Take a file of the bank: pain.002, camt.053 or camt.054'
  const schema = { tags, summary, querystring, consumes: FILE_TYPES, response: { 200: takenView } }
  api.post('/bank-files', { config, bodyLimit: MAX_FILE_OCTETS, schema }, async (request) => {
    const { body } = request
    const { name } = querystring.parse(request.query)
    if (!Buffer.isBuffer(body))
      throw new InvalidRequest({ en: 'There is no file: the body is empty.', de: 'Es ist keine Datei da: Der Inhalt ist leer.' })
    const taking = makingOf(request, clock)
    const { fileId, isRepeated } = await takeBankFile(database, body, name, taking)
    const [file] = await database.withOperator((tx) => listFiles(tx, { id: fileId }))
    if (file === undefined) throw new NotFound('bank file', fileId)
    return { ...viewOfFile(file), repeated: isRepeated }
  })
}

function viewOfFile({ sha256: _hash, takenAt, ...file }: StoredFile): z.infer<typeof fileView> {
  return { ...file, takenAt: takenAt.toISOString() }
}

const params = z.object({ entryId: z.uuid() })
const assignment = z.strictObject({
  shares: z
    .array(z.strictObject({ itemId: z.uuid(), amount: amountSchema }))
    .min(1)
    .max(MAX_SHARES)
    .describe('What the transfer pays; together its amount'),
})

function addEntries(api: Api, { database, clock }: PaymentGround): void {
  const querystring = z.strictObject({ state: z.enum(['matched', 'unclear']).optional() })
  const list = {
    tags,
    summary: 'List transfers, the newest first',
    querystring,
    response: { 200: z.object({ items: z.array(entryView) }) },
  }
  api.get('/bank-entries', { config, schema: list }, async (request) => {
    const entries = await database.withOperator((tx) => listEntriesOfBank(tx, { state: request.query.state }))
    return { items: entries.map(viewOfEntry) }
  })
  const get = { tags, summary: 'Get a transfer', params, response: { 200: entryView } }
  api.get('/bank-entries/:entryId', { config, schema: get }, (request) => database.withOperator((tx) => shown(tx, request.params.entryId)))
  const assign = { tags, summary: 'Say what an unclear transfer pays', params, body: assignment, response: { 200: entryView } }
  api.post('/bank-entries/:entryId/assignment', { config, schema: assign }, (request) => {
    const shares = request.body.shares.map(({ itemId, amount }) => ({ claimId: itemId, micros: wholeCents(amount.amount) }))
    return database.withOperator(async (tx) => {
      await assignTransfer(tx, request.params.entryId, shares, makingOf(request, clock).by)
      return shown(tx, request.params.entryId)
    })
  })
  const undo = { tags, summary: 'Take back what a transfer was booked as', params, response: { 200: entryView } }
  api.delete('/bank-entries/:entryId/assignment', { config, schema: undo }, (request) =>
    database.withOperator(async (tx) => {
      await undoTransfer(tx, request.params.entryId, makingOf(request, clock).by)
      return shown(tx, request.params.entryId)
    }),
  )
}

async function shown(tx: Tx, id: string): Promise<z.infer<typeof entryView>> {
  const [entry] = await listEntriesOfBank(tx, { id })
  if (entry === undefined) throw new NotFound('transfer', id)
  return viewOfEntry(entry)
}

function viewOfEntry({ amountMicros, currency, ...entry }: BankEntry): z.infer<typeof entryView> {
  return { ...entry, amount: viewOfMicros(amountMicros, currency) }
}
