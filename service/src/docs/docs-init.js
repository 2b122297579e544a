// Nothing is read from the address of this page: a link could otherwise make it show, and call, somebody else's interface.
const documents = [
  { name: 'Completion', url: '/services/completion/openapi.json' },
  { name: 'Chat', url: '/services/chat/openapi.json' },
]
// oxlint-disable-next-line typescript/no-unsafe-call -- the tool is a script without types
globalThis.SwaggerUIBundle({
  dom_id: '#docs',
  urls: documents,
  presets: [globalThis.SwaggerUIBundle.presets.apis, globalThis.SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  deepLinking: false,
  queryConfigEnabled: false,
  validatorUrl: null,
})
