/** Words that are misspelt again and again and lie more than one letter from the right ones, or are so frequent that repetition excuses nothing. */
const PAIRS = `
  accomodate accommodate|accomodation accommodation|accross across|acheive achieve|acheivement achievement|acknowlege acknowledge
  agressive aggressive|alot a lot|amoung among|anual annual|apparant apparent|appearence appearance|arguement argument|assasination assassination
  basicly basically|becuase because|begining beginning|beleive believe|benefitial beneficial|buisness business|calender calendar
  catagory category|cemetary cemetery|changable changeable|cheif chief|collegue colleague|comming coming|commitee committee|committment commitment
  competance competence|completly completely|concensus consensus|conscent consent|consistant consistent|contempory contemporary|controll control
  critisism criticism|definately definitely|definatly definitely|dependance dependence|desparate desperate|developement development|diffrent different
  dilemna dilemma|disapear disappear|disasterous disastrous|embarass embarrass|emmission emission|enforcment enforcement|enterprize enterprise
  enviroment environment|enviromental environmental|equiptment equipment|excercise exercise|existance existence|experiance experience
  explaination explanation|familar familiar|finaly finally|foriegn foreign|fourty forty|foward forward|fullfil fulfil|futher further
  goverment government|govermental governmental|garantee guarantee|guidence guidance|happend happened|harrass harass|heigth height
  hierachy hierarchy|hinderance hindrance|immediatly immediately|implemention implementation|inacurate inaccurate|incidently incidentally
  independant independent|infact in fact|influencial influential|innovatation innovation|institue institute|intelectual intellectual
  interupt interrupt|judgemental judgmental|knowlege knowledge|labratory laboratory|legitamate legitimate|liason liaison|libary library
  lisence licence|maintainance maintenance|managment management|medecine medicine|millenium millennium|miniscule minuscule|monitering monitoring
  neccessary necessary|necesary necessary|negociate negotiate|neigbor neighbor|noticable noticeable|occassion occasion|occassionally occasionally
  occurence occurrence|occured occurred|occuring occurring|offical official|oppurtunity opportunity|orginal original|parliment parliament
  particulary particularly|pasttime pastime|percieve perceive|performence performance|permenant permanent|persistant persistent|personel personnel
  posession possession|practicly practically|preceeding preceding|prefered preferred|presance presence|privelege privilege|privilige privilege
  probaly probably|proccess process|pronounciation pronunciation|prosecuter prosecutor|publically publicly|quarentine quarantine|questionaire questionnaire
  realy really|reccomend recommend|recieve receive|recieved received|recomend recommend|refered referred|referance reference|relevent relevant
  religous religious|repetion repetition|resistence resistance|responsability responsibility|rythm rhythm|safty safety|sanatize sanitize
  scedule schedule|sepcial special|seperate separate|seperated separated|seperately separately|sieze seize|similiar similar|sincerly sincerely
  speach speech|stategy strategy|statment statement|strenght strength|strenghten strengthen|succesful successful|succesfully successfully
  successfull successful|sucess success|suficient sufficient|supercede supersede|suprise surprise|surveilance surveillance|sustainible sustainable
  synergetic synergistic|temperture temperature|tendancy tendency|therefor therefore|threshhold threshold|throught through|tommorow tomorrow
  tounge tongue|traffiking trafficking|transfered transferred|transfering transferring|truely truly|unforseen unforeseen|unfortunatly unfortunately
  untill until|useable usable|vaccum vacuum|vehical vehicle|vist visit|wether whether|wich which|wierd weird|withold withhold|writting writing
`

export const MISSPELLINGS: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/[|\n]/)
    .map((pair) => pair.trim())
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
)
