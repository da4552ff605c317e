import { workerData } from 'node:worker_threads'

/** The worker's own modules: the package does not show them. */
const own = (name: string) => import(new URL(`../../packages/archive/dist/run/${name}.js`, import.meta.url).href)
const { ArticleChecker } = await own('check-article')
const { checkBatch } = await own('batch')
const checker = new ArticleChecker(workerData)
const decoder = new TextDecoder()

/** The worker of an archive run, in which an article can hang or end its thread. */
// biome-ignore lint/style/noDefaultExport: piscina calls the default export
export default function work(batch: unknown): unknown {
  return checkBatch(batch, (raw: { readonly bytes: Uint8Array }) => {
    const text = decoder.decode(raw.bytes)
    if (text.includes('HANGS')) for (;;);
    if (text.includes('ENDS')) process.exit(1)
    return checker.row(raw)
  })
}
