/**
 * Word lists that speak for or against a company being meant, whatever the name. Words for a single name stand in its
 * record (`ambiguous`). All lower case.
 */
import { wordSet } from './word-set';

/** Right after a name: it is a company's. */
export const COMPANY_SUFFIXES = wordSet(`
  inc incorporated corp corporation co company ltd limited llc plc gmbh ag sa nv group holdings platforms technologies
  international enterprises labs studios stores bank airlines hotels motors
`);

/** Right after a name: things that companies have or make. */
export const COMPANY_NOUNS = wordSet(`
  app apps account accounts shares share stock stocks ceo cfo coo cto executive executives employee employees worker
  workers engineer engineers spokesperson spokesman spokeswoman customer customers user users shopper shoppers
  subscriber subscribers subsidiary unit store stores shop outlet website site service services platform product
  products device devices data breach hack investors investor shareholders revenue profit earnings results sales
  headquarters founder boss chief bosses lawyers attorneys representatives officials privacy settlement lawsuit
  algorithm api feed ads advertising drivers driver rides ride doorbell camera cameras meeting meetings call calls
  calendar messaging messages integration feature features login cloud card cards loan loans mortgage branch checkout
  delivery deliveries warehouse warehouses deal partnership program programme policy
`);

/** After a name: what companies do. */
export const COMPANY_VERBS = wordSet(`
  said says announced announces told reported reports confirmed confirms denied denies declined agreed agrees paid pays
  bought buys acquired acquires sold sells launched launches unveiled introduced released releases collects collected
  shared shares shares' disclosed discloses faces faced settled settles apologised apologized stores stored tracks
  tracked argued argues claims claimed admitted admits wrote plans planned owns owned offers offered hired
  fired sued sues violated failed uses used lets allowed allows allow received receives gave gives gets got
  responded notified rolled updated stopped ended began
  fell rose slipped dropped climbed gained jumped sank soared surged tumbled expects expected merged filed cut cuts raised lowered
  posted beat missed opened closed makes made hires plans charges charged operates bundles licenses licensed invests invested
  hid knew knows let lets put puts refused took takes lost loses banned bans kept keeps found finds needs wants added adds dismissed pulled
  recalls recalled rebranded refunds refunded leaked fights denounced appealed
`);

/** Between a name and what its company does or suffers. */
export const AUXILIARIES = wordSet('will would could may might must can has have had is was were did does to');

/** After an auxiliary: what companies do or suffer. */
export const COMPANY_PARTICIPLES = wordSet(`
  founded acquired fined sued bought sold accused ordered hacked breached listed headquartered based owned named required allowed
  forced planning preparing facing working testing buying selling hiring paying refund pay appeal launch buy sell cut raise open
  close stop start offer build move merge join charge invest expand collect collecting share sharing track tracking
`);

/** Near a name, anywhere in the sentence: business and privacy talk. */
export const BUSINESS_WORDS = wordSet(`
  company companies firm firms corporate business businesses ceo shares shareholders investors stock stocks market
  quarter revenue profit earnings billion million analysts executives employees customers users consumers app apps
  software tech technology technologies data privacy breach breaches hackers hacked leak leaked personal information
  settlement lawsuit sued fine fined regulator regulators ftc gdpr watchdog antitrust online internet website platform
  platforms retailer retailers brand brands startup startups advertisers advertising partner partners partnerships
  subsidiary nasdaq nyse acquisition merger products subscribers accounts passwords
`);

/** Titles before a name: a person follows. */
export const PERSON_TITLES = wordSet(`
  mr mrs ms miss dr prof professor sir lord lady judge justice senator sen rep president captain coach king queen prince princess
  detective officer sergeant lieutenant sheriff mayor governor gov saint st actor actress singer author uncle aunt brother sister
`);

/** Right after a name: it is a place or a thing named after something else. */
export const PLACE_WORDS = wordSet(`
  county river valley lake mountain mountains street avenue road island islands beach bay city town village park forest
  rainforest basin square station hill hills field stadium arena bridge province state peninsula canyon creek delta
  cathedral church school university college hospital museum theatre theater airport
`);

/** Lower-case joiners that may stand between two companies of one list. */
export const LIST_JOINERS = wordSet('and or & und et y e en ou oder');

/** Before a name: what a company is called. */
export const ROLE_WORDS = wordSet(`
  giant retailer maker carmaker automaker firm company startup start-up platform app service site website network chain brand
  group owner parent rival competitor lender bank insurer airline carrier operator broker developer manufacturer
  conglomerate supermarket streamer broadcaster publisher vendor subsidiary chipmaker corporation
`);

export const ARTICLES = wordSet(`
  the a an this that these those
  der die das den dem des ein eine einen einem einer eines kein keine im am zum zur beim vom ins dieser diese dieses diesem diesen
`);

/** Function words that tell German text, where every noun has a capital, from English. */
export const GERMAN_WORDS = wordSet(`
  der das den dem des und ein eine einen einem einer eines im am zum zur beim vom ist nicht mit von auf fur sich nach bei aus
  wurde werden hat haben auch als er sie wird durch uber sein seine ihr ihre
`);

export const ENGLISH_WORDS = wordSet(
  'the of and to in for that with was is on by from it as are be at this have has his her their',
);

export const OWNERS = wordSet('his her my our your their its');

/** Before a name: people buy from, work at, talk to companies. */
export const PREPOSITIONS = wordSet('at from by with via on to for against of like including than and or');
