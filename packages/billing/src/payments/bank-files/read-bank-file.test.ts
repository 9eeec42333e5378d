import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OUR_IBAN, statement, statusReport, type WrittenEntry } from '../test-support/bank-messages.ts'
import type { BankFile } from './bank-file.ts'
import { readBankFile } from './read-bank-file.ts'

async function read(octets: Uint8Array): Promise<BankFile> {
  const file = await readBankFile(octets)
  assert.ok(file.ok, file.ok ? '' : file.error)
  return file.value
}

async function flaw(octets: Uint8Array | string): Promise<string> {
  const file = await readBankFile(typeof octets === 'string' ? new TextEncoder().encode(octets) : octets)
  return file.ok ? 'read' : file.error
}

const transfer: WrittenEntry = { reference: 'BANK-1', payer: 'Müller GmbH', iban: 'AT022050302101023600', text: ['RE-2026-', '0017'] }

for (const isOld of [false, true]) {
  for (const kind of ['camt.053', 'camt.054'] as const) {
    test(`a transfer is read from ${kind}.001.${isOld ? '02' : '08'} with its payer and text`, async () => {
      const [found] = (await read(statement({ kind, isOld, entries: [transfer] }))).transfers
      assert.deepEqual(found, {
        ...{ key: `${OUR_IBAN}|BANK-1|2026-11-20|100000000|EUR`, isSure: true, amountMicros: 100_000_000n, currency: 'EUR' },
        ...{ bookedOn: '2026-11-20', payerName: 'Müller GmbH', payerIban: 'AT022050302101023600', remittance: 'RE-2026- 0017' },
      })
    })
  }
}

test('the same entry has the same key in a statement and in a notification; two alike in one file have two', async () => {
  const keys = async (kind: 'camt.053' | 'camt.054') =>
    (await read(statement({ kind, messageId: kind, entries: [transfer, transfer] }))).transfers.map(({ key }) => key)
  assert.deepEqual(await keys('camt.053'), await keys('camt.054'))
  assert.equal(new Set(await keys('camt.053')).size, 2)
})

for (const reference of [undefined, 'NONREF', '0000000000']) {
  test(`an entry whose reference is ${reference ?? 'missing'} is never sure`, async () => {
    const [found] = (
      await read(statement({ entries: [{ ...transfer, ...(reference === undefined ? { reference: '' } : { reference }) }] }))
    ).transfers
    assert.equal(found?.isSure, false)
  })
}

const directions: readonly (readonly [
  what: string,
  entry: WrittenEntry,
  kinds: readonly [returns: number, transfers: number, others: number],
])[] = [
  ['money that came', transfer, [0, 1, 0]],
  ['a debit that came back', { direction: 'DBIT', endToEndId: 'E1', reason: 'AM04' }, [1, 0, 0]],
  [
    'a debit that came back, in the codes of German banks',
    {
      direction: 'DBIT',
      details: '<TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><BkTxCd><Prtry><Cd>NDDT+109+00931</Cd></Prtry></BkTxCd></TxDtls>',
    },
    [1, 0, 0],
  ],
  ['money that went', { direction: 'DBIT' }, [0, 0, 1]],
  [
    'the sum of our debits',
    { details: '<TxDtls><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn></BkTxCd></TxDtls>' },
    [0, 0, 1],
  ],
  ['a transfer of ours that came back', { reason: 'AC01' }, [0, 0, 1]],
  ['what is not booked yet', { ...transfer, status: 'PDNG' }, [0, 0, 0]],
]
for (const [what, entry, [returns, transfers, others]] of directions) {
  test(`${what} is ${returns} return, ${transfers} transfer, ${others} other`, async () => {
    const file = await read(statement({ entries: [entry] }))
    assert.deepEqual([file.returns.length, file.transfers.length, file.others], [returns, transfers, others])
  })
}

test('payments in one entry are read one by one where they make up its amount', async () => {
  const part = (amount: string, id: string) =>
    `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>`
  const both = await read(
    statement({ entries: [{ direction: 'DBIT', amount: '30.00', details: part('10.00', 'A') + part('20.00', 'B') }] }),
  )
  assert.deepEqual(
    both.returns.map(({ endToEndId, reason, isSettled }) => [endToEndId, reason, isSettled]),
    [
      ['A', 'AC04', true],
      ['B', 'AC04', true],
    ],
  )
  const paid = '<TxDtls><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>'
  const [whole, ...more] = (await read(statement({ entries: [{ amount: '30.00', reference: 'S', details: paid + paid }] }))).transfers
  assert.deepEqual([whole?.amountMicros, whole?.isSure, more.length], [30_000_000n, false, 0])
})

test('a debit that came back carries the reason, and that it had been settled', async () => {
  const [returned] = (await read(statement({ entries: [{ direction: 'DBIT', endToEndId: 'E1', reason: 'MD06' }] }))).returns
  assert.deepEqual(returned, { endToEndId: 'E1', reason: 'MD06', isSettled: true, bookedOn: '2026-11-20' })
})

test('pain.002 names debits that were turned down before they were settled', async () => {
  const { returns } = await read(
    statusReport({
      ours: 'KLINKE-1',
      rejected: [
        ['E1', 'AC01'],
        ['E2', 'AM04'],
      ],
    }),
  )
  assert.deepEqual(
    returns.map(({ endToEndId, reason, isSettled, messageId }) => [endToEndId, reason, isSettled, messageId]),
    [
      ['E1', 'AC01', false, 'KLINKE-1'],
      ['E2', 'AM04', false, 'KLINKE-1'],
    ],
  )
})

test('pain.002 turns a whole file down, or a part of it, without naming debits', async () => {
  const [all] = (await read(statusReport({ ours: 'KLINKE-1', all: 'FF01' }))).returns
  assert.deepEqual([all?.endToEndId, all?.messageId, all?.paymentInformationId, all?.reason], [undefined, 'KLINKE-1', undefined, 'FF01'])
  const [part] = (await read(statusReport({ ours: 'KLINKE-1', part: ['KLINKE-1-2', 'TM01'] }))).returns
  assert.deepEqual([part?.endToEndId, part?.paymentInformationId, part?.reason], [undefined, 'KLINKE-1-2', 'TM01'])
})

const WHOLE = statement({ entries: [transfer, transfer], opening: '10.00', closing: '210.00', count: 2 })
test('a statement that leads from its opening to its closing balance is read', async () => assert.equal(await flaw(WHOLE), 'read'))

for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
  test(`a file that is cut off after ${share * 100} % of it is refused`, async () => {
    assert.equal(await flaw(WHOLE.slice(0, Math.floor(WHOLE.length * share))), 'broken')
  })
}

const refused: readonly (readonly [what: string, octets: Uint8Array | string, flaw: string])[] = [
  ['balances that do not add up', statement({ entries: [transfer], opening: '10.00', closing: '210.00' }), 'sums-differ'],
  ['a balance below zero that does not add up', statement({ entries: [transfer], opening: '-10.00', closing: '110.00' }), 'sums-differ'],
  ['fewer entries than it says', statement({ entries: [transfer], count: 2 }), 'sums-differ'],
  ['an amount of parts of a cent', statement({ entries: [{ ...transfer, amount: '1.005' }] }), 'incomplete'],
  ['an amount below zero', statement({ entries: [{ ...transfer, amount: '-1.00' }] }), 'incomplete'],
  ['a day that is none', statement({ entries: [{ ...transfer, day: 'gestern' }] }), 'incomplete'],
  ['no account', statement({ iban: '' }), 'incomplete'],
  ['no number', statement({ messageId: '' }), 'incomplete'],
  ['a file of debits of our own', '<Document><CstmrDrctDbtInitn/></Document>', 'unknown-message'],
  ['HTML', '<html><body>Sitzung abgelaufen<br></body></html>', 'broken'],
  ['JSON', '{"a":1}', 'broken'],
  ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>', 'broken'],
  ['an entity that is not declared', '<Document>&b;</Document>', 'broken'],
  ['elements in a hundred elements', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, 'too-large'],
  ['octets that are no UTF-8', new Uint8Array([0x3c, 0xff, 0xfe]), 'broken'],
]
for (const [what, octets, expected] of refused) {
  test(`a file with ${what} is refused as ${expected}`, async () => assert.equal(await flaw(octets), expected))
}
