export { matchPercent, prepareMatch, tokensForMatch } from './match-percent'
