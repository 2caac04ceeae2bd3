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
  aims aimed hopes hoped seeks sought wants wanted becomes became remains reveals revealed recommends recommended begins shakes
  hired sends sent shows showed warns warned insists insisted tells calls called hems fixed fixes patched patches blocks blocked
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

export const OWNERS = wordSet('his her my our your their its');

/** Before a name: people buy from, work at, talk to companies. */
export const PREPOSITIONS = wordSet('at from by with via on to for against of like including than and or');

/** Between a name and what its company does. */
export const ADVERBS = wordSet(
  'also still already now then recently reportedly just never always even only again soon once later first has have had is was',
);

/** Words that open sentences: a capital on them is no name's. */
export const SENTENCE_OPENERS = wordSet(`
  when while as if since although though after before because how why what where who which whose will would can could should
  is are was were did does do has have had but yet so now today yesterday tomorrow unlike via then once until whether both either
  only even also not no every each some many most all any ask call visit try use see forget meet follow check inside about more
  my your our their here there let says said rival
`);

/** After a hyphen: what companies do to things. */
export const COMPOUND_ENDS = wordSet(
  'owned backed branded built made run operated issued sponsored powered hosted compatible enabled affiliated funded led developed certified exclusive like style',
);

/** Before a hyphen: what any name may follow. */
export const FREE_PREFIXES = wordSet('pre pro non anti ex post former like mid un');

/** Countries and world regions, as subsidiaries are named after them. */
export const REGIONS = wordSet(`
  canada uk us usa eu america europe asia africa australia japan china india germany france spain italy mexico brazil ireland
  netherlands belgium poland sweden norway denmark finland austria switzerland portugal turkey israel korea taiwan singapore
  indonesia malaysia thailand vietnam philippines argentina chile colombia russia britain deutschland espana italia brasil
`);

/** States of the United States, as they follow a place: “Paramount, Calif.”. */
export const STATES = wordSet(`
  Alabama Ala Alaska Arizona Ariz Arkansas Ark California Calif Colorado Colo Connecticut Conn Delaware Del Florida Fla Georgia
  Ga Hawaii Idaho Illinois Ill Indiana Ind Iowa Kansas Kan Kentucky Ky Louisiana La Maine Maryland Md Massachusetts Mass
  Michigan Mich Minnesota Minn Mississippi Miss Missouri Mo Montana Mont Nebraska Neb Nevada Nev Ohio Oklahoma Okla Oregon Ore
  Pennsylvania Pa Tennessee Tenn Texas Utah Vermont Virginia Va Washington Wash Wisconsin Wis Wyoming Wyo
  AL AK AZ AR CA CO CT DE FL GA ID IL IA KS KY LA MD MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY
`);
