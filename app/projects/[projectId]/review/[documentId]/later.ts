/** What a browser fetches once the first rows can be worked on: the other modes, and whatever the screen may ask (state/later.ts). */
export { AlignBar } from './align/align-bar'
export { AlignPane } from './align/align-pane'
export { WhyPanel } from './align/why-panel'
export { Dialogs } from './dialogs/dialogs'
export { RegisterOffer } from './panels/register-offer'
export { ReadMode } from './read/read-mode'
