import type { Segment } from './segment.ts'
export function readHtml(_source: string): Segment[] {
  return []
}
