import { useText } from '../../messages/use-text.ts'
import { Parameters } from './parameters.tsx'
import { ResponseFormatSection } from './response-format/response-format-section.tsx'
import { latePart } from '../../ui/late-part.tsx'

const ToolsSection = latePart(async () => (await import('./tools/tools-section.tsx')).ToolsSection)
const ChecksSection = latePart(async () => (await import('../checks/checks-section.tsx')).ChecksSection)

/** Parameters, tools, response format, and what answers are held against. */
export function Settings() {
  const say = useText('modelConfig')
  return (
    <div data-part="settings" role="group" aria-label={say('settings')}>
      <Parameters />
      <ToolsSection />
      <ResponseFormatSection />
      <ChecksSection />
    </div>
  )
}
