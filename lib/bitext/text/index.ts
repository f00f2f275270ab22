export { GOVERNING_RULES, type GoverningRule } from './governing'
export { type Notice, otherSide, type Problem, type Reading, SIDES, type Side, type Span } from './side'
