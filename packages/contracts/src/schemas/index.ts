import './no-eval.ts'

export { contentPartSchema, messageSchema, thinkingBlockSchema, toolCallSchema } from './message.ts'
export { llmConfigSchema, responseFormatSchema } from './model-settings.ts'
export { readChatRequest, readCompletionRequest, type ReadRequest } from './read-request.ts'
export { chatTestRequestSchema, completionTestRequestSchema } from './test-request.ts'
export { toolChoiceSchema, toolSchema } from './tool.ts'
export { unknownSettings } from './unknown-settings.ts'
