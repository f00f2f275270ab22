/** English irregular forms and the base each is counted as; pronouns fold onto their subject form. One base a line. */
const TABLE = `
  be: was were is are am been being
  have: has had having
  do: does did done
  go: went gone goes
  say: said
  make: made
  take: took taken
  come: came
  see: saw seen
  know: knew known
  get: got gotten
  give: gave given
  find: found
  think: thought
  tell: told
  become: became
  leave: left
  feel: felt
  bring: brought
  begin: began begun
  keep: kept
  hold: held
  write: wrote written
  stand: stood
  hear: heard
  mean: meant
  meet: met
  run: ran
  pay: paid
  sit: sat
  speak: spoke spoken
  lead: led
  grow: grew grown
  lose: lost
  fall: fell fallen
  send: sent
  build: built
  understand: understood
  draw: drew drawn
  break: broke broken
  spend: spent
  rise: rose risen
  drive: drove driven
  buy: bought
  wear: wore worn
  choose: chose chosen
  eat: ate eaten
  fly: flew flown
  fight: fought
  catch: caught
  teach: taught
  sell: sold
  sleep: slept
  sing: sang sung
  swim: swam
  throw: threw thrown
  win: won
  wake: woke
  shake: shook shaken
  hide: hid hidden
  lie: lay lain
  lay: laid
  bite: bit bitten
  blow: blew blown
  drink: drank drunk
  freeze: froze frozen
  forget: forgot forgotten
  forgive: forgave
  ride: rode ridden
  ring: rang rung
  seek: sought
  shoot: shot
  show: showed shown
  shrink: shrank
  steal: stole stolen
  strike: struck
  stick: stuck
  sweep: swept
  swear: swore sworn
  tear: tore torn
  weep: wept
  wind: wound
  bend: bent
  bind: bound
  bleed: bled
  breed: bred
  burn: burnt
  cling: clung
  creep: crept
  deal: dealt
  dig: dug
  dream: dreamt
  feed: fed
  flee: fled
  hang: hung
  kneel: knelt
  leap: leapt
  lend: lent
  light: lit
  overcome: overcame
  sink: sank sunk
  slide: slid
  spin: spun
  spring: sprang
  sting: stung
  stink: stank
  stride: strode
  swing: swung
  weave: wove woven
  man: men
  woman: women
  child: children
  foot: feet
  tooth: teeth
  mouse: mice
  goose: geese
  life: lives
  wife: wives
  knife: knives
  wolf: wolves
  leaf: leaves
  half: halves
  self: selves
  shelf: shelves
  thief: thieves
  good: better best
  bad: worse worst
  far: further farther
  old: elder eldest
  a: an
  he: him his
  she: her hers
  they: them their theirs
  we: us our
  i: me my mine
  you: your yours
  it: its
  this: these
  that: those
  will: wo would
  can: ca could
  shall: should
  may: might
  beat: beaten
`

/** Form → base, lower case. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [base, forms] = line.trim().split(': ')
      return (forms ?? '').split(' ').map((form): [string, string] => [form, base ?? form])
    }),
)
