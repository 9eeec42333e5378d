import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretariatFeatures } from '../boss-secretary/codes.ts'
import { FilteredCalls } from '../boss-secretary/filtered-calls.ts'
import { DEFAULT_SECRETARIAT_SETTINGS, type Secretariats } from '../boss-secretary/rules.ts'
import { operatorFeature } from '../operator/codes.ts'
import { DEFAULT_OPERATOR_SETTINGS, type OperatorMode, type OperatorPosition } from '../operator/rules.ts'
import type { EventService } from '../slices/slice.ts'
import type { SliceParts } from '../snapshot.ts'
import { PaperWatcher } from '../test-support/paper-watcher.ts'
import { subscriberOf, TestPbx } from '../test-support/test-pbx.ts'
import { BusyLamps } from './busy-lamps.ts'
import { SwitchLamps } from './switch-lamps.ts'

const features = [operatorFeature(() => Promise.resolve(undefined)), ...secretariatFeatures(() => Promise.resolve(), new FilteredCalls())]

function position(mode: OperatorMode): OperatorPosition {
  const settings = { ...DEFAULT_OPERATOR_SETTINGS, day: { kind: 'extension', targetId: 'acme-11' } } as const
  return { id: 'op', name: 'Zentrale', number: null, settings, mode }
}

/** 11 is the boss of 12. */
function filter(active: boolean): Secretariats {
  return new Map([['acme-11', { bossId: 'acme-11', secretaries: ['acme-12'], active, settings: DEFAULT_SECRETARIAT_SETTINGS }]])
}

function setUp() {
  const parts = { operator: position('automatic'), secretariats: filter(false) }
  const pbx = new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12'], numbers: {}, parts },
    { id: 'bolt', extensions: ['50'], numbers: {} },
  ])
  const switches = new SwitchLamps(pbx.directory(), () => features)
  const service: EventService = new BusyLamps().service(pbx.directory(), (code, by) => switches.find(code, by))
  const change = (changed: Partial<SliceParts>): void => {
    pbx.change('acme', changed)
    switches.replaced(pbx.directory().tenant('acme'))
  }
  const watch = (by: string, code: string, tenantId = 'acme'): PaperWatcher => {
    const watcher = new PaperWatcher(`sip:${code}@${tenantId}.example`)
    service.subscribed(watcher, subscriberOf(tenantId, by))
    return watcher
  }
  return { change, watch }
}

/** What the lamp showed, one after the other. */
function shown({ documents }: PaperWatcher): readonly string[] {
  return documents.map((document) => (document.includes('<state>confirmed</state>') ? 'lit' : 'dark'))
}

test('CALL-09: the lamp of *46 is lit while the position is switched to night, those with a digit while it is so', () => {
  const { change, watch } = setUp()
  const [night, day, schedule] = [watch('10', '*46'), watch('10', '*461'), watch('11', '*460')]
  change({ operator: position('night') })
  change({ operator: position('day') })
  assert.deepEqual(shown(night), ['dark', 'lit', 'dark'])
  assert.deepEqual(shown(day), ['dark', 'lit'])
  assert.deepEqual(shown(schedule), ['lit', 'dark'])
})

test('CALL-05: the lamp of *48 is lit at the boss and the secretary while the filter is on', () => {
  const { change, watch } = setUp()
  const lamps = [watch('11', '*48'), watch('12', '*48'), watch('12', '*4811')]
  change({ secretariats: filter(true) })
  change({ secretariats: filter(true) })
  change({ secretariats: filter(false) })
  for (const lamp of lamps) assert.deepEqual(shown(lamp), ['dark', 'lit', 'dark'])
})

test('a lamp that is lit names the code as its address', () => {
  const { change, watch } = setUp()
  const lamp = watch('10', '*46')
  change({ operator: position('night') })
  assert.match(lamp.documents.at(-1) ?? '', /version="1" state="full" entity="sip:\*46@acme\.example">\n<dialog id="switch-\*46"/)
})

const refusals: readonly (readonly [what: string, by: string, code: string, tenantId?: string])[] = [
  ['a filter that is not its own', '10', '*48'],
  ['a code that switches nothing', '11', '*49'],
  ['a code that nobody has', '11', '*99'],
  ['a digit that means nothing', '11', '*467'],
  ['the position of a tenant that has none', '50', '*46', 'bolt'],
]
for (const [what, by, code, tenantId] of refusals) {
  test(`watching ${what} is answered 404`, () => {
    assert.equal(setUp().watch(by, code, tenantId).status, 404)
  })
}

test('a lamp that is watched no more is told nothing', async () => {
  const { change, watch } = setUp()
  const lamp = watch('10', '*46')
  lamp.leave()
  await Promise.resolve()
  change({ operator: position('night') })
  assert.deepEqual(shown(lamp), ['dark'])
})
