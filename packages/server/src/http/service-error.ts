/** What the service answers with a status and one line. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly statusCode: number
  /** For programs; never changes its meaning. */
  readonly code: string

  constructor(statusCode: number, code: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.code = code
  }
}
