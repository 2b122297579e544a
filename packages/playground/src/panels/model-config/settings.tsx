import { lazy, Suspense } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Parameters } from './parameters.tsx'
import { ResponseFormatSection } from './response-format/response-format-section.tsx'

const ToolsSection = lazy(async () => ({ default: (await import('./tools/tools-section.tsx')).ToolsSection }))
const ChecksSection = lazy(async () => ({ default: (await import('../checks/checks-section.tsx')).ChecksSection }))

/** Parameters, tools, response format, and what answers are held against. */
export function Settings() {
  const say = useText('modelConfig')
  return (
    <div data-part="settings" role="group" aria-label={say('settings')}>
      <Parameters />
      <Suspense fallback={null}>
        <ToolsSection />
      </Suspense>
      <ResponseFormatSection />
      <Suspense fallback={null}>
        <ChecksSection />
      </Suspense>
    </div>
  )
}
