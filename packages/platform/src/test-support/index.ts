export { type TestAnswer, type TestApi, type TestClient, testApi, testSecrets } from './test-api.ts'
export { type TestCluster, type TestDatabase, testCluster } from './test-database.ts'
