import type { Format } from '@stet/core'

/** How an article is read that is posted as it is. Where a format has no registered type, what its tools send. */
export const formatOfMediaType: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/ninjs+json': 'ninjs',
  'application/vnd.iptc.ninjs+json': 'ninjs',
  'application/nitf+xml': 'nitf',
  'application/vnd.iptc.nitf+xml': 'nitf',
  'application/vnd.iptc.g2.newsitem+xml': 'newsml',
  'application/vnd.iptc.g2.packageitem+xml': 'newsml',
  'application/vnd.iptc.g2.newsmessage+xml': 'newsml',
  'application/xliff+xml': 'xliff',
  'application/x-xliff+xml': 'xliff',
  'application/x-tmx+xml': 'tmx',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/x-gettext-translation': 'po',
  'text/x-po': 'po',
}

/** The type without its parameters, in lower case. */
export function mediaTypeOf(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** The `charset` of a type; UTF-8 where it says none. */
export function charsetOf(header: string | undefined): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(header ?? '')?.[1]?.toLowerCase() ?? 'utf-8'
}
