import type { Segment } from './segment.ts'
export function readMarkdown(_source: string): Segment[] {
  return []
}
