import type { Rule } from './rule.ts'

/** Every rule that comes with Stet. Derived from the folder: `pnpm derive` writes it. */
export const rules: readonly Rule[] = []
