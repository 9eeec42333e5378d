export { QUICK_HASH } from './quick-hash.ts'
export { type TestAnswer, type TestApi, type TestClient, testApi, testSecrets } from './test-api.ts'
export { TestBrowser } from './test-browser.ts'
export { type TestCluster, type TestDatabase, testCluster } from './test-database.ts'
