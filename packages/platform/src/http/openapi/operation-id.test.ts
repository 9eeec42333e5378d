import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operationId } from './operation-id.ts'

const ROWS: readonly (readonly [method: string, path: string, isList: boolean, makes: boolean, id: string])[] = [
  ['get', '/extensions', true, false, 'listExtensions'],
  ['post', '/extensions', false, true, 'createExtension'],
  ['get', '/extensions/{extensionId}', false, false, 'getExtension'],
  ['patch', '/extensions/{extensionId}/call-settings', false, false, 'updateExtensionCallSettings'],
  ['get', '/flows/{flowId}/versions', true, false, 'listFlowVersions'],
  ['delete', '/secretaries/{id}', false, false, 'deleteSecretary'],
  ['post', '/sign-in', false, false, 'postSignIn'],
]
for (const [method, path, isList, makes, id] of ROWS)
  test(`${method} ${path} is called ${id}`, () => {
    assert.equal(operationId(method, path, { isList, makes }), id)
  })
