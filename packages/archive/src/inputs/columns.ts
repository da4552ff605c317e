import { UsageError } from '@stet/core'

/** What a field of a record can be. */
const roles = ['id', 'body', 'date', 'outlet', 'author', 'url', 'engine', 'desk', 'source', 'format'] as const
export type Role = (typeof roles)[number]

/** Which field of a record is what; a path with dots reaches into objects. */
export type Columns = Readonly<Partial<Record<Role, string>>>

/** Names that fields commonly have, first come first; those of ninjs among them. */
export const usualColumns: Readonly<Record<Role, readonly string[]>> = {
  id: ['id', 'uri', 'guid', 'article_id'],
  body: ['body', 'text', 'body_text', 'content', 'body_html', 'body_xhtml', 'html'],
  date: ['date', 'published', 'published_at', 'versioncreated', 'firstcreated', 'created_at'],
  outlet: ['outlet', 'publication', 'masthead', 'copyrightholder', 'site'],
  author: ['author', 'byline', 'authors'],
  url: ['url', 'link', 'canonical_url'],
  engine: ['engine', 'translator', 'mt_engine'],
  desk: ['desk', 'section', 'category', 'profile'],
  source: ['source', 'source_text', 'original'],
  format: ['format'],
}

/**
 * Reads `id=guid,body=content.text`.
 *
 * @throws UsageError when it is no such list
 */
export function parseColumns(text: string): Columns {
  const columns: Partial<Record<Role, string>> = {}
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [role, field] = pair.split('=').map((part) => part.trim())
    if (!roles.includes(role as Role) || field === undefined || field === '') {
      throw new UsageError(`--columns: “${pair}” names no column`, `Say role=field; roles are ${roles.join(', ')}`)
    }
    columns[role as Role] = field
  }
  return columns
}
