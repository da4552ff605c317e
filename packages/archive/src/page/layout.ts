import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Html, html } from './html.ts'

async function asset(name: string): Promise<string> {
  return readFile(new URL(`../../assets/${name}`, import.meta.url), 'utf8')
}

async function font(): Promise<string> {
  const path = fileURLToPath(
    import.meta.resolve('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'),
  )
  return (await readFile(path)).toString('base64')
}

export interface PageParts {
  readonly title: string
  readonly body: Html
}

/** One file that holds all it needs. The policy in its head lets the browser fetch nothing and run this script only. */
export async function layout({ title, body }: PageParts): Promise<string> {
  const [css, script, type] = await Promise.all([asset('page.css'), asset('page.js'), font()])
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const face = `@font-face{font-family:Newsreader;font-weight:200 800;font-display:block;src:url(data:font/woff2;base64,${type}) format("woff2")}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(face)}${new Html(css)}</style>
</head>
<body>
${body}
<script>${new Html(script)}</script>
</body>
</html>
`.text
}
