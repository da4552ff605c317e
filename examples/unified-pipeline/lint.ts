/** Stet in a unified pipeline: its findings are messages on the file, like those of remark-lint. */
import { readFileSync } from 'node:fs'
import { stet } from '@stet/core'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'

const path = 'article.md'
const file = new VFile({ path, value: readFileSync(new URL(path, import.meta.url)) })
await unified().use(remarkParse).use(stet).use(remarkStringify).process(file)
console.log(reporter(file, { color: false }))
