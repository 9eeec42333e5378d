import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DialogChange, DialogState } from '@klinke/calls'
import { Engagements } from './engagements.ts'

/** The dialog of an extension, written as `11 early recipient call-1`. */
function dialog(text: string): DialogChange {
  const [number = '', state, direction, dialogId = ''] = text.split(' ')
  const party = { tenantId: 'acme', extensionId: number, number, displayName: undefined }
  return {
    ...{ kind: 'dialog', tenantId: 'acme', extensionId: number, local: party, remote: undefined, holds: false, atMs: 0 },
    ...{ callId: dialogId, dialogId, sip: { callId: dialogId, localTag: undefined, remoteTag: 'exchange' } },
    ...{ state: state as DialogState, direction: direction === 'initiator' ? 'initiator' : 'recipient' },
  }
}

const rows: readonly (readonly [what: string, changes: readonly string[], talking: boolean, ringing: boolean])[] = [
  ['nothing is known of', [], false, false],
  ['is called', ['11 early recipient a'], false, true],
  ['calls somebody', ['11 trying initiator a', '11 early initiator a'], false, false],
  ['has answered', ['11 early recipient a', '11 confirmed recipient a'], true, false],
  ['has hung up', ['11 confirmed recipient a', '11 terminated recipient a'], false, false],
  ['talks while a second call rings', ['11 confirmed recipient a', '11 early recipient b'], true, true],
  ['has a second call that gave up', ['11 confirmed recipient a', '11 early recipient b', '11 terminated recipient b'], true, false],
  ['is told twice that it talks', ['11 confirmed recipient a', '11 confirmed recipient a', '11 terminated recipient a'], false, false],
  ['has a neighbour that talks', ['12 confirmed recipient a'], false, false],
  ['talks to itself over two phones', ['11 confirmed initiator a', '11 confirmed recipient b', '11 terminated recipient b'], true, false],
]
for (const [what, changes, talking, ringing] of rows) {
  test(`an extension that ${what} ${talking ? 'talks' : 'does not talk'} and ${ringing ? 'rings' : 'does not ring'}`, () => {
    const engagements = new Engagements()
    for (const change of changes) engagements.changed(dialog(change))
    assert.deepEqual(engagements.of('11'), { talking, ringing })
  })
}

test('after changes were lost only what stands now counts', () => {
  const engagements = new Engagements()
  engagements.changed(dialog('11 confirmed recipient a'))
  engagements.stand([dialog('12 early recipient b')])
  assert.deepEqual(
    [engagements.of('11'), engagements.of('12')],
    [
      { talking: false, ringing: false },
      { talking: false, ringing: true },
    ],
  )
})
