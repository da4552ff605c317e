/** The least that Ink can draw: the floor of `review.ts`. */
import { render, Text } from 'ink'
import { createElement } from 'react'

render(createElement(Text, null, 'hello world'), { alternateScreen: true })
setTimeout(() => undefined, 60_000)
