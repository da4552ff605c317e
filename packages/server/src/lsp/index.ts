export { type LanguageServerOptions, startLanguageServer } from './language-server.ts'
export type { Newsroom } from './newsroom.ts'
