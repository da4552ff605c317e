import type { Candidate } from './place.ts'

/**
 * A repair that only moves words (`declared the Head of State` → `the Head of State said`) is better with what other
 * findings say of the words that it moves (`the president said`): put first, before the repair as it was.
 *
 * @param candidates all that will be reported of an article
 */
export function withInnerRepairs(candidates: readonly Candidate[]): readonly Candidate[] {
  const bySegment = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const { index } = candidate.view
    const own = bySegment.get(index)
    if (own === undefined) bySegment.set(index, [candidate])
    else own.push(candidate)
  }
  const changed = new Map<Candidate, Candidate>()
  for (const own of bySegment.values()) {
    if (own.length < 2) continue
    own.sort((one, other) => one.draft.start - other.draft.start || other.draft.end - one.draft.end)
    for (const [number, outer] of own.entries()) {
      const better = rewritten(outer, innerOf(own, number))
      if (better !== undefined) changed.set(outer, { ...outer, draft: { ...outer.draft, ...better } })
    }
  }
  return changed.size === 0 ? candidates : candidates.map((candidate) => changed.get(candidate) ?? candidate)
}

/** The candidates inside another one, none of which overlaps the next; the surest and longest first. */
function innerOf(sorted: readonly Candidate[], number: number): readonly Candidate[] {
  const outer = sorted[number] as Candidate
  const inside: Candidate[] = []
  for (let next = number + 1; next < sorted.length; next++) {
    const inner = sorted[next] as Candidate
    if (inner.draft.start >= outer.draft.end) break
    const shorter = inner.draft.end - inner.draft.start < outer.draft.end - outer.draft.start
    if (shorter && inner.draft.end <= outer.draft.end && inner.rule !== outer.rule && isPlain(inner)) inside.push(inner)
  }
  inside.sort(
    (one, other) =>
      other.rule.priority - one.rule.priority ||
      other.draft.confidence - one.draft.confidence ||
      one.draft.start - other.draft.start,
  )
  return inside.filter((inner, index) => !inside.slice(0, index).some((taken) => overlap(taken, inner)))
}

function rewritten(
  outer: Candidate,
  inside: readonly Candidate[],
): Pick<Candidate['draft'], 'expected' | 'safe'> | undefined {
  const { draft, view } = outer
  if (inside.length === 0 || !isPlain(outer)) return undefined
  let text = draft.expected[0] as string
  let safe = draft.safe === true
  for (const inner of inside) {
    const words = view.prose.slice(inner.draft.start, inner.draft.end)
    const repair = inner.draft.expected[0] as string
    const at = text.indexOf(words)
    if (at >= 0 && text.indexOf(words, at + 1) < 0) text = text.slice(0, at) + repair + text.slice(at + words.length)
    else if (text.startsWith(capitalised(words))) text = capitalised(repair) + text.slice(words.length)
    else continue
    safe &&= inner.draft.safe === true
  }
  return text === draft.expected[0] ? undefined : { expected: [text, ...draft.expected], safe }
}

/** Its first repair is words in the place of words. */
function isPlain({ draft }: Candidate): boolean {
  return draft.fixes === undefined && draft.removesSegment !== true && (draft.expected[0] ?? '') !== ''
}

function overlap(one: Candidate, other: Candidate): boolean {
  return one.draft.start < other.draft.end && other.draft.start < one.draft.end
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
