export { type TestCluster, type TestDatabase, testCluster } from './test-database.ts'
